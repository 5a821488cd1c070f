import { listInWords } from '../date-words.ts';
import type { Dispatch } from './actions.ts';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';
import { KeptDrafts } from './KeptDrafts.tsx';
import { usePorts } from './ports-context.ts';
import type { Open, PanelState } from './state.ts';

/** A page that Duly can't read: what was found and what wasn't, that nothing was checked, and the way to paste it. */
export function Unreadable({
  open,
  state,
  dispatch,
}: {
  readonly open: Extract<Open, { kind: 'unreadable' }>;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const { page, found, missing, because } = open;
  const { help } = usePorts();
  const { part } = state.acts;
  return (
    <>
      <section class="strip" aria-label="The page Duly tried to read">
        <p class="from">
          <b>
            <Icon name="mail" /> {page}
          </b>
        </p>
      </section>
      <section class="sec">
        <div class="stack-3">
          <div class="stack">
            <Heading target="screen" level={1} class="page-title">
              Duly can’t read this {because === undefined ? 'page' : 'message'}
            </Heading>
            <p>
              {because !== undefined && `${because} `}
              {found.length > 0 && `It found: ${listInWords(found)}. `}
              {missing.length > 0 && `It didn’t find: ${listInWords(missing)}.`}
            </p>
            <p>
              <b>Nothing was checked, hazards included.</b>
            </p>
          </div>
          {part && (
            <part.PasteText
              paste={state.paste}
              label="Paste the message"
              hint={`Select it in ${page}, copy, and paste here. Or choose the saved email.`}
              dispatch={dispatch}
            />
          )}
        </div>
      </section>
      <KeptDrafts state={state} dispatch={dispatch} />
      {part && help && because === undefined && <part.PageCheckCard help={help} />}
    </>
  );
}
