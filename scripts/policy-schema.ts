import { toJsonSchema } from '@valibot/to-json-schema';
import { cited, Condition, need, signal, Span } from '../core/policy/schema-base.ts';
import { PolicyDocument } from '../core/policy/schema.ts';

/**
 * What a policy.json may hold, as JSON Schema, for editors that complete and check it as it is written. It says less than
 * the program checks: whether a clause or a stage that is named exists, or a day, only the program knows.
 */
export function policySchema(): string {
  const definitions = { Signal: signal, Span, Condition, Need: need, Clauses: cited.clause };
  const { $schema, ...schema } = toJsonSchema(PolicyDocument, { definitions, ignoreActions: ['check'] });
  return `${JSON.stringify({ $schema, title: 'A landlord’s policy', ...schema }, null, 2)}\n`;
}
