import { useState } from 'preact/hooks';
import type { Dispatch } from './actions.ts';
import { Icon } from './Icon.tsx';
import { keyOfForm } from './paste-form.ts';
import type { PanelState } from './state.ts';

const MOST = 3;

/** Drafts that wait for their messages, by name; one that was pasted is opened from here. */
export function KeptDrafts({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { kept, desk, paste, screen } = state;
  const [asked, setAsked] = useState('');
  const shown = screen === 'paste' ? keyOfForm(paste) : desk?.key;
  const others = kept.filter(({ key }) => key !== shown);
  if (others.length === 0) return null;
  const line = ({ key, who, subject, isPasted }: (typeof others)[number]) => (
    <p key={key} class="status">
      <Icon name="pen" />
      <span>
        Draft kept:{' '}
        <b>
          <bdi>{who === '' ? 'sender unknown' : who}</bdi>
        </b>
        , {subject === '' ? 'no subject' : <bdi>“{subject}”</bdi>}.{' '}
        {isPasted ? (
          <button type="button" class="link" onClick={() => dispatch({ type: 'kept-opened', key })}>
            Open it
          </button>
        ) : (
          'It waits until that message is open again.'
        )}{' '}
        <button
          type="button"
          class="link"
          onClick={() => {
            if (asked === key) dispatch({ type: 'kept-dropped', key });
            setAsked(asked === key ? '' : key);
          }}
        >
          {asked === key ? 'Drop it for good' : 'Drop'}
          <span class="vh">: the draft of {subject === '' ? who : `“${subject}”`}</span>
        </button>
      </span>
    </p>
  );
  return (
    <section class="kept" aria-label="Drafts kept">
      {others.slice(0, MOST).map(line)}
      {others.length > MOST && (
        <details class="fold">
          <summary>And {others.length - MOST} more</summary>
          {others.slice(MOST).map(line)}
        </details>
      )}
    </section>
  );
}
