import { figure } from '../date-words.ts';
import type { ComponentChildren } from 'preact';
import type { Dispatch } from './actions.ts';
import { Icon } from './Icon.tsx';
import type { PanelState, Screen } from './state.ts';

/** Where am I: the open message, what is due with the most urgent count, and the rest behind More. */
export function Bar({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { screen, isMoreOpen, due } = state;
  const at =
    screen === 'due' || screen === 'case' || screen === 'act' || screen === 'to-decide' || screen === 'figures'
      ? 'due'
      : screen === 'message'
        ? 'message'
        : null;
  const pill = pillOf(due.whole);
  return (
    <header class="bar">
      <nav aria-label="Duly">
        <Tab screen="message" isCurrent={at === 'message'} dispatch={dispatch}>
          Message
        </Tab>
        <Tab screen="due" isCurrent={at === 'due'} dispatch={dispatch}>
          Due {pill !== null && <span class="count">{pill}</span>}
        </Tab>
      </nav>
      <div class="more">
        <button
          type="button"
          aria-expanded={isMoreOpen}
          aria-controls="more"
          onClick={() => dispatch({ type: 'more-toggled' })}
        >
          More <Icon name="turn" class="turn" />
        </button>
        {isMoreOpen && (
          <ul id="more">
            {MORE.map(([to, label]) => (
              <li key={to}>
                <button type="button" onClick={() => dispatch({ type: 'went', screen: to })}>
                  {label}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </header>
  );
}

const MORE: readonly (readonly [Screen, string])[] = [
  ['to-decide', 'To decide'],
  ['figures', 'Counts'],
  ['paste', 'Paste a message'],
  ['policy', 'The policy'],
  ['person', 'A person’s data'],
  ['settings', 'Settings'],
  ['first-run', 'What Duly reads and keeps'],
];

function Tab({
  screen,
  isCurrent,
  dispatch,
  children,
}: {
  readonly screen: Screen;
  readonly isCurrent: boolean;
  readonly dispatch: Dispatch;
  readonly children: ComponentChildren;
}) {
  return (
    <button
      type="button"
      class="tab"
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => dispatch({ type: 'went', screen })}
    >
      {children}
    </button>
  );
}

/** "1 overdue", else "2 today", else nothing. */
function pillOf(counts: PanelState['due']['counts']): string | null {
  if (!counts) return null;
  if (counts.overdue > 0) return `${figure(counts.overdue)} overdue`;
  return counts.today > 0 ? `${figure(counts.today)} today` : null;
}
