import type { Checklist, ListedNeed, ListedRule } from '../case/checklist.ts';
import { choiceInWords } from '../policy/needs.ts';
import type { Policy } from '../policy/policy.ts';
import { Clause } from './Clause.tsx';
import { clauseNumber, inBrackets, quoted, shortened, shownClause } from '../policy/clause-words.ts';
import type { GivenNeeds } from './desk.ts';
import { chosenOf, shownRules, withNeed, withOverride } from './given.ts';
import { Icon } from './Icon.tsx';

/**
 * What the policy wants before something is done: each rule in its own words, what it asks for to be ticked, and the way
 * past it with a reason. It holds back what is done, never a clock.
 */
export function HeldBack({
  list,
  policy,
  given,
  isMissing = false,
  onChange,
}: {
  readonly list: Checklist;
  readonly policy: Policy;
  readonly given: GivenNeeds;
  /** The button was pressed before everything was there. */
  readonly isMissing?: boolean;
  readonly onChange: (given: GivenNeeds) => void;
}) {
  const rules = shownRules(list);
  if (rules.length === 0) return null;
  const isAsked = isMissing && list.isHeldBack;
  const id = `held-${list.action.replaceAll(/[^a-z0-9]/g, '-')}`;
  return (
    <fieldset class="held" aria-describedby={isAsked ? id : undefined}>
      <legend tabIndex={-1} data-focus={isAsked ? 'held' : undefined}>
        First, by the policy
      </legend>
      {isAsked && (
        <p class="error" id={id}>
          <Icon name="over" />
          <span>Something is still missing. Tick what is so, or say why you go on without it.</span>
        </p>
      )}
      {rules.map((rule) => (
        <RuleNeeds key={rule.rule} rule={rule} action={list.action} policy={policy} given={given} onChange={onChange} />
      ))}
    </fieldset>
  );
}

interface RuleProps {
  readonly rule: ListedRule;
  readonly action: string;
  readonly policy: Policy;
  readonly given: GivenNeeds;
  readonly onChange: (given: GivenNeeds) => void;
}

function RuleNeeds({ rule, action, policy, given, onChange }: RuleProps) {
  const passed = given.overrides.find((one) => one.rule === rule.rule && one.action === action);
  const [lead] = rule.clauses;
  const canPass = rule.holdsBack || passed !== undefined;
  const id = `pass-${rule.rule.replace(':', '-')}`;
  return (
    <div class="stack">
      {rule.needs.map((need) => (
        <Need key={need.need} need={need} rule={rule.rule} policy={policy} given={given} onChange={onChange} />
      ))}
      {rule.isOptional && <p class="meta">The policy lets you ask for it. It holds nothing back.</p>}
      {lead !== undefined && <Clause policy={policy} lead={lead} clauses={rule.clauses} />}
      {rule.readings.map((reading) => (
        <p key={reading} class="meta">
          {reading}
        </p>
      ))}
      {canPass && passed === undefined && (
        <p>
          <button
            type="button"
            class="link"
            onClick={() => onChange(withOverride(given, rule, { action, reason: '' }))}
          >
            Go on without it…
          </button>
        </p>
      )}
      {passed && (
        <div class="field">
          <label for={id}>Why without it? {inBrackets(rule.clauses.slice(0, 1))}</label>
          <textarea
            id={id}
            rows={2}
            value={passed.reason}
            onInput={(event) => onChange(withOverride(given, rule, { action, reason: event.currentTarget.value }))}
          />
          <p>
            <button
              type="button"
              class="link"
              onClick={() => onChange(withOverride(given, rule, { action, reason: null }))}
            >
              No, keep to the rule
            </button>
          </p>
        </div>
      )}
    </div>
  );
}

interface NeedProps {
  readonly need: ListedNeed;
  readonly rule: string;
  readonly policy: Policy;
  readonly given: GivenNeeds;
  readonly onChange: (given: GivenNeeds) => void;
}

function Need({ need, rule, policy, given, onChange }: NeedProps) {
  const chosen = chosenOf(given, rule, need.need);
  // What the case shows by itself isn't for anybody to say; what was said before stands.
  if (need.isShown || (need.isMet && chosen === null))
    return (
      <p class="need">
        <Icon name={need.isMet ? 'done' : 'waits'} />
        <span>
          {need.words}
          <span class="meta">{need.isMet ? (need.said ? ` · ${need.said.by}` : '') : ' · not yet'}</span>
        </span>
      </p>
    );
  if (need.choices.length < 2)
    return (
      <label class="tick">
        <input
          type="checkbox"
          checked={chosen !== null}
          onChange={(event) =>
            onChange(withNeed(given, { rule, need: need.need }, event.currentTarget.checked ? need.choices : null))
          }
        />
        <span>{need.words}</span>
      </label>
    );
  return (
    <fieldset>
      <legend>{need.words}</legend>
      {need.choices.map((choice) => (
        <label key={choice} class="tick">
          <input
            type="checkbox"
            checked={chosen?.includes(choice) ?? false}
            onChange={(event) => {
              const others = (chosen ?? []).filter((one) => one !== choice);
              const next = event.currentTarget.checked ? [...others, choice] : others;
              onChange(withNeed(given, { rule, need: need.need }, next.length === 0 ? null : next));
            }}
          />
          <span>{choiceLabel(choice, policy)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A clause that may be chosen is shown by its words, anything else by its name. */
export function choiceLabel(choice: string, policy: Policy): string {
  const clause = shownClause(policy, choice);
  if (!clause) return choiceInWords(choice);
  return `${clauseNumber(choice)} ${clause.quote === null ? shortened(clause.inShort ?? '') : quoted(shortened(clause.quote))}`;
}
