import type { CaseFile } from '../case/case-file.ts';
import type { Field } from '../letters/fields.ts';
import { acknowledgementKindOf } from '../letters/kinds.ts';
import type { AskedField } from '../letters/letter.ts';
import type { Settings } from '../settings.ts';
import type { Dispatch } from './actions.ts';
import { AskedFieldInput } from './AskedFieldInput.tsx';
import { inBrackets } from '../policy/clause-words.ts';
import type { Desk, LetterEdits } from './desk.ts';
import { HandlerField } from './HandlerField.tsx';
import { PointsField } from './PointsField.tsx';
import { settingText, type SettingField } from './setup.ts';
import type { Rules } from './state.ts';

/** Settings that a letter may lack, by the name of the letter's field. */
const SETTINGS: Readonly<Record<string, SettingField>> = {
  'officer.name': 'name',
  'officer.team': 'team',
  'officer.phone': 'phone',
  'officer.email': 'email',
  'emergency.phone': 'emergencyNumber',
  'landlord.name': 'landlordName',
  'landlord.phone': 'landlordPhone',
  'landlord.post': 'landlordAddress',
};

/**
 * The letter's fields: those that were missing when it was opened stay until the letter goes, so that nothing jumps while
 * somebody types; the others come with Edit.
 */
export function LetterFields({
  missing,
  asks: all,
  base,
  desk,
  settings,
  rules,
  dispatch,
}: {
  readonly missing: readonly Field[];
  /** What can be typed for this letter. */
  readonly asks: readonly AskedField[];
  /** As the register has it. */
  readonly base: CaseFile;
  readonly desk: Desk;
  readonly settings: Settings;
  readonly rules: Rules;
  readonly dispatch: Dispatch;
}) {
  const edits = desk.letter;
  // The resident's name has a field of its own, which puts the case right.
  const asks = all.filter(({ path }) => path !== 'resident.name');
  const edit = (change: Partial<LetterEdits>): void => dispatch({ type: 'letter-edited', change });
  const isMissing = (path: string): boolean => missing.some((field) => field.path === path);
  const shows = (path: string, typed: unknown): boolean => desk.isEditingLetter || isMissing(path) || typed !== null;
  const kind = desk.letterKind ?? acknowledgementKindOf(base, rules.policy);
  const wantsClause = clauseOf(rules, 'outcome-sought', kind);
  return (
    <>
      {desk.isEditingLetter && (
        <h3 class="vh" tabIndex={-1} data-focus="letter-fields">
          The letter’s fields
        </h3>
      )}
      {shows('resident.name', edits.name) && (
        <TextField
          path="resident.name"
          label="Resident’s name"
          hint="As the letter greets them."
          value={edits.name ?? base.complainant?.name ?? ''}
          onChange={(name) => edit({ name })}
        />
      )}
      {shows('points', edits.points) && (
        <PointsField
          points={edits.points ?? base.points}
          original={base.points}
          onChange={(points) => edit({ points })}
        />
      )}
      {shows('wants', edits.wants) && (
        <div class="field">
          <label for="letter-wants">Outcome wanted</label>
          {base.wants === null && (
            <p class="meta" id="letter-wants-hint">
              The message doesn’t say. The letter has to {wantsClause}.
            </p>
          )}
          <textarea
            id="letter-wants"
            rows={2}
            data-focus="field-wants"
            aria-describedby={base.wants === null ? 'letter-wants-hint' : undefined}
            value={edits.wants ?? base.wants ?? ''}
            onInput={(event) => edit({ wants: event.currentTarget.value })}
          />
          {(edits.wants ?? base.wants ?? '').trim() === '' && (
            <p>
              <button type="button" class="link" onClick={() => edit({ wants: 'I will ring you to ask.' })}>
                Write “I will ring you to ask”
              </button>
            </p>
          )}
        </div>
      )}
      {shows('handler.name', edits.handler) && (
        <HandlerField
          id="letter-handler"
          value={edits.handler ?? base.handler ?? ''}
          handlers={settings.handlers}
          hint={`A named person ${clauseOf(rules, 'handler-name', kind)}.`.replace(' .', '.')}
          target="field-handler.name"
          onChange={(handler) => edit({ handler })}
        />
      )}
      {shows('responsibility', edits.responsibility) && (
        <div class="field">
          <label for="letter-ours">What is ours to answer</label>
          <p class="meta" id="letter-ours-hint">
            Empty: the letter says that all of it is, as far as you can tell.
          </p>
          <textarea
            id="letter-ours"
            rows={2}
            aria-describedby="letter-ours-hint"
            value={edits.responsibility ?? ''}
            onInput={(event) =>
              edit({ responsibility: event.currentTarget.value === '' ? null : event.currentTarget.value })
            }
          />
        </div>
      )}
      {asks
        .filter(({ isMissing: lacks, typed }) => lacks || typed !== '' || desk.isEditingLetter)
        .map((field) => (
          <AskedFieldInput
            key={field.path}
            field={field}
            onChange={(typed) => edit({ entries: withEntry(edits.entries, field.path, typed) })}
          />
        ))}
      <OfficerFields missing={missing} settings={settings} dispatch={dispatch} />
    </>
  );
}

function withEntry(entries: LetterEdits['entries'], path: string, typed: string): LetterEdits['entries'] {
  const others = Object.entries(entries).filter(([key]) => key !== path);
  return Object.fromEntries(typed === '' ? others : [...others, [path, typed]]);
}

/** What Settings lack: filled in here, kept there. */
function OfficerFields({
  missing,
  settings,
  dispatch,
}: {
  readonly missing: readonly Field[];
  readonly settings: Settings;
  readonly dispatch: Dispatch;
}) {
  const lacking = missing.flatMap(({ path, label }) => {
    const field = SETTINGS[path];
    return field ? [{ path, label, field }] : [];
  });
  if (lacking.length === 0) return null;
  return (
    <>
      {lacking.map(({ path, label, field }) => (
        <TextField
          key={path}
          path={path}
          label={label}
          hint="Kept in Settings."
          value={settingText(settings, field)}
          isLate
          onChange={(text) => dispatch({ type: 'setting-typed', field, text })}
        />
      ))}
    </>
  );
}

function TextField({
  path,
  label,
  hint,
  value,
  isLate = false,
  onChange,
}: {
  readonly path: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** Taken when the field is left: it disappears once it is filled. */
  readonly isLate?: boolean;
  readonly onChange: (text: string) => void;
}) {
  const id = `letter-${path.replace('.', '-')}`;
  const take = (event: { readonly currentTarget: HTMLInputElement }): void => onChange(event.currentTarget.value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="meta" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        data-focus={`field-${path}`}
        aria-describedby={`${id}-hint`}
        value={value}
        {...(isLate ? { onChange: take } : { onInput: take })}
      />
    </div>
  );
}

/** The clause that asks for a block of the letter, in brackets. */
/** The clause that wants a block in this letter: what is said of another letter is no reason in this one. */
function clauseOf({ policy }: Rules, block: string, kind: string): string {
  const clauses = policy.letters.flatMap(({ id, must }) => (id === kind ? must : []));
  return inBrackets(clauses.find((demand) => demand.block === block)?.clause ?? []);
}
