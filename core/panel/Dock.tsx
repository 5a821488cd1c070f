import type { Dispatch } from './actions.ts';
import type { DockButton, DockView, ForPart } from './dock-words.ts';
import { Icon } from './Icon.tsx';
import { Note } from './Note.tsx';
import type { PanelState } from './state.ts';

/** The foot: what went wrong, what was done and can be undone, and the one next action with whom it touches. */
export function Dock({
  view,
  state,
  dispatch,
}: {
  readonly view: DockView | null;
  readonly state: Pick<PanelState, 'problem' | 'busy'>;
  readonly dispatch: Dispatch;
}) {
  const { problem, busy } = state;
  if (!view && !problem) return null;
  return (
    <footer class="dock" aria-label="Next step">
      {problem && (
        <div class="dock-note">
          <div role="alert" tabIndex={-1} data-focus="problem">
            <Note icon="over" title={problem.title} isAlert={problem.isAlert}>
              <p>{problem.body}</p>
            </Note>
          </div>
        </div>
      )}
      {view && (
        <div class="dock-body">
          {view.line.length > 0 && (
            <p class="for meta" id="dock-for">
              {view.line.map((part, index) => (
                <Part key={index} part={part} />
              ))}
            </p>
          )}
          <div class="btns">
            <Button
              button={view.primary}
              kind="primary"
              hasLine={view.line.length > 0}
              isBusy={busy !== null && busy !== 'undo'}
              dispatch={dispatch}
            />
            {view.quiet && (
              <Button button={view.quiet} kind="quiet" hasLine={false} isBusy={false} dispatch={dispatch} />
            )}
          </div>
        </div>
      )}
    </footer>
  );
}

function Part({ part }: { readonly part: ForPart }) {
  if (typeof part === 'string') return <>{part}</>;
  if ('strong' in part) return <b class="nobr">{part.strong}</b>;
  if ('moment' in part) return <span class="nobr">{part.moment}</span>;
  if ('quoted' in part) return <bdi>“{part.quoted}”</bdi>;
  return (
    <b>
      <bdi>{part.theirs}</bdi>
    </b>
  );
}

function Button({
  button: { label, action, icon },
  kind,
  hasLine,
  isBusy,
  dispatch,
}: {
  readonly button: DockButton;
  readonly kind: 'primary' | 'quiet';
  /** The line above names whom the button touches. */
  readonly hasLine: boolean;
  readonly isBusy: boolean;
  readonly dispatch: Dispatch;
}) {
  return (
    <button
      type="button"
      class={kind === 'primary' ? 'btn primary' : 'btn'}
      aria-busy={isBusy ? 'true' : undefined}
      aria-describedby={kind === 'primary' && hasLine ? 'dock-for' : undefined}
      onClick={() => dispatch(action)}
    >
      {icon && <Icon name={icon} />}
      <span>{label}</span>
    </button>
  );
}
