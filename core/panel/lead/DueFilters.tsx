import { upperFirst } from '../../date-words.ts';
import type { JSX } from 'preact';
import type { DueFilter } from '../../register/due-query.ts';
import type { Dispatch } from '../actions.ts';
import { dutyOf, MARK_WORDS, stageWords } from '../due-find.ts';
import { Tick } from '../Tick.tsx';
import type { PanelState } from '../state.ts';
import { teamOf, teamsOf } from '../teams.ts';

/** The filters, with what there is to filter by and in how many cases. */
export function DueFilters({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { due, rules } = state;
  const { filter, facets, views, view, naming } = due.find;
  const policy = rules?.policy ?? null;
  if (!facets) return <section class="filters" aria-label="Filters" aria-busy="true" />;
  const set = (change: { readonly [Field in keyof DueFilter]?: DueFilter[Field] | undefined }): void =>
    dispatch({ type: 'filter-changed', filter: withoutEmpty({ ...filter, ...change }) });
  const marks = filter.marks ?? [];
  const teams = state.setup ? teamsOf(state.setup.settings) : [];
  return (
    <section class="filters" aria-label="Filters">
      <div class="grid">
        <Choice
          id="view"
          label="View"
          value={view ?? ''}
          options={[['', 'All due'], ...views.map(({ name }) => [name, name] as const)]}
          onChoose={(name) => dispatch({ type: 'view-chosen', name: name === '' ? null : name })}
        />
        <Choice
          id="handler"
          label="Handler"
          value={filter.handlers?.length === 1 ? (filter.handlers[0] ?? NOBODY) : ''}
          options={[
            ['', 'Anyone'],
            ...facets.handlers.map(
              ({ value, cases }) => [value ?? NOBODY, `${value ?? 'Nobody yet'} (${String(cases)})`] as const,
            ),
          ]}
          onChoose={(name) => set({ handlers: name === '' ? undefined : [name === NOBODY ? null : name] })}
        />
        {teams.length > 0 && (
          <Choice
            id="team"
            label="Team"
            value={teamOf(filter.handlers, teams)?.name ?? ''}
            options={[['', 'Any team'], ...teams.map(({ name }) => [name, name] as const)]}
            onChoose={(name) => set({ handlers: teams.find((team) => team.name === name)?.members })}
          />
        )}
        <Choice
          id="stage"
          label="Stage"
          value={filter.stages?.[0] ?? ''}
          options={[
            ['', 'Any stage'],
            ...facets.stages.map(
              ({ value, cases }) => [value, `${stageWords(value, policy)} (${String(cases)})`] as const,
            ),
          ]}
          onChoose={(stage) => set({ stages: stage === '' ? undefined : [stage] })}
        />
        <Choice
          id="duty"
          label="Date for"
          value={filter.duties?.[0] ?? ''}
          options={[
            ['', 'Any duty'],
            ...facets.duties.map(
              ({ value, cases }) => [value, `${upperFirst(dutyOf(value))} (${String(cases)})`] as const,
            ),
          ]}
          onChoose={(chosen) => {
            const duty = facets.duties.find(({ value }) => value === chosen)?.value;
            set({ duties: duty === undefined ? undefined : [duty] });
          }}
        />
        {facets.policies.length > 1 && (
          <Choice
            id="policy"
            label="Policy"
            value={filter.policies?.[0] ?? ''}
            options={[
              ['', 'Any policy'],
              ...facets.policies.map(
                ({ value, cases }) => [value, `${policyName(value, state)} (${String(cases)})`] as const,
              ),
            ]}
            onChoose={(id) => set({ policies: id === '' ? undefined : [id] })}
          />
        )}
      </div>
      <div>
        {facets.marks.map(({ value, cases }) => (
          <Tick
            key={value}
            label={`${MARK_WORDS[value]} (${String(cases)})`}
            isOn={marks.includes(value)}
            onTick={(on) => set({ marks: on ? [...marks, value] : marks.filter((one) => one !== value) })}
          />
        ))}
        <Tick
          label="Near the most it can be extended"
          isOn={filter.nearCap === true}
          onTick={(on) => set({ nearCap: on ? true : undefined })}
        />
      </div>
      {naming !== null && (
        <div class="field">
          <label for="view-name">Name of the view</label>
          <input
            id="view-name"
            data-focus="view-name"
            autocomplete="off"
            value={naming}
            onInput={(event) => dispatch({ type: 'view-named', name: event.currentTarget.value })}
          />
        </div>
      )}
      <div class="btns">
        {naming === null ? (
          <button type="button" class="btn small" onClick={() => dispatch({ type: 'view-named', name: '' })}>
            Save as a view…
          </button>
        ) : (
          <button type="button" class="btn small" onClick={() => dispatch({ type: 'view-kept' })}>
            {views.some(({ name }) => name === naming.trim()) ? `Replace “${naming.trim()}”` : 'Save the view'}
          </button>
        )}
        {view !== null && (
          <button type="button" class="btn small" onClick={() => dispatch({ type: 'view-dropped', name: view })}>
            Remove this view
          </button>
        )}
        <button type="button" class="btn small" onClick={() => dispatch({ type: 'filter-changed', filter: {} })}>
          Clear filters
        </button>
      </div>
    </section>
  );
}

const NOBODY = ' nobody';

function Choice({
  id,
  label,
  value,
  options,
  onChoose,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
}): JSX.Element {
  return (
    <div class="field">
      <label for={`filter-${id}`}>{label}</label>
      <select id={`filter-${id}`} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A filter of which nothing is left takes nothing away. */
function withoutEmpty(filter: { readonly [Field in keyof DueFilter]?: DueFilter[Field] | undefined }): DueFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0)),
  );
}

function policyName(id: string, { landlords, rules }: PanelState): string {
  if (rules?.policy.id === id) return rules.policy.shortName;
  return landlords.find((one) => one.id === id)?.name ?? id;
}
