import type { CaseFile } from './case-file.ts';
import { ERASED, type EventOf, type EventType } from './event.ts';

type RecordType = Extract<EventType, 'field-recorded' | 'need-recorded' | 'rule-overridden'>;
type RecordEvent = { [Type in RecordType]: EventOf<Type> }[RecordType];

/** What a policy wants recorded, said and overridden; the last word on a field or a need is the one that counts. */
export function foldRecord(file: CaseFile, event: RecordEvent): CaseFile {
  const { occurredAt: at, actor } = event;
  switch (event.type) {
    case 'field-recorded': {
      const record = { ...event.data, text: event.personal?.text ?? ERASED };
      return { ...file, fields: [...file.fields.filter(({ field }) => field !== record.field), record] };
    }
    case 'need-recorded': {
      const record = { ...event.data, note: event.personal?.note ?? ERASED, at, by: actor.name };
      const others = file.needs.filter(({ rule, need }) => rule !== record.rule || need !== record.need);
      return { ...file, needs: [...others, record] };
    }
    case 'rule-overridden': {
      const { rule, action } = event.data;
      const override = { rule, action, reason: event.personal?.reason ?? ERASED, at, by: actor.name };
      return { ...file, overrides: [...file.overrides, override] };
    }
  }
}
