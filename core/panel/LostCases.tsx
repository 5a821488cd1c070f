import { useState } from 'preact/hooks';
import { figure, panelDate, panelMoment } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import { BringIn } from './BringIn.tsx';
import type { Keeping, Lost } from './keeping.ts';
import { Note } from './Note.tsx';

/** The storage is empty and wasn't: what was here, what brings it back, and what is as it was. */
export function LostCases({
  keeping,
  lost,
  now,
  onDone,
}: {
  readonly keeping: Keeping;
  readonly lost: Lost;
  readonly now: Instant;
  readonly onDone: () => void;
}) {
  const [isListed, setIsListed] = useState(false);
  const [isSure, setIsSure] = useState(false);
  const today = localDate(now);
  const { cases, seenAt, backupAt, since } = lost;
  return (
    <>
      <main>
        <section class="sec">
          <div class="stack-3">
            <div class="stack">
              <h1 class="page-title">Outlook no longer has your cases</h1>
              <p>
                Duly kept {figure(cases)} {cases === 1 ? 'case' : 'cases'} here on {panelDate(localDate(seenAt), today)}
                . Outlook’s storage is empty now. It can do that after an update, or under another address.
              </p>
              <p>
                <b>While this shows no message is checked, hazards included.</b>
              </p>
            </div>
            <ol class="steps">
              <li>
                <span>
                  {backupAt === null ? (
                    <b>There was no backup from here.</b>
                  ) : (
                    <>
                      <b>Bring in the last backup.</b> {panelMoment(backupAt, today)}, where you saved it:{' '}
                      <bdi>duly-{localDate(backupAt)}.jsonl</bdi>
                    </>
                  )}
                </span>
              </li>
              {since.length > 0 && (
                <li>
                  <span>
                    <b>Look at what was logged since: {figure(since.length)}.</b> The references are kept in your
                    mailbox; open each message and log it again.
                    {isListed && (
                      <ul>
                        {since.map(({ reference, day }) => (
                          <li key={reference}>
                            <span class="nobr">{reference}</span>, {panelDate(day, today)}
                          </li>
                        ))}
                      </ul>
                    )}
                  </span>
                </li>
              )}
            </ol>
            <Note icon="info" title="Not deleted elsewhere">
              <p>Letters sent, marks and categories in Outlook and cases in Chrome are as they were.</p>
            </Note>
            {isSure ? (
              <div class="stack" role="status">
                <p>
                  {since.length > 0
                    ? `The references stay under Due until each is logged again (${figure(since.length)}). `
                    : ''}
                  A backup can be brought in there later.
                </p>
                <div class="btns">
                  <button type="button" class="btn" onClick={onDone}>
                    Start empty
                  </button>
                  <button type="button" class="btn" onClick={() => setIsSure(false)}>
                    Back
                  </button>
                </div>
              </div>
            ) : (
              <p>
                <button type="button" class="link" onClick={() => setIsSure(true)}>
                  I know. Start empty here…
                </button>
              </p>
            )}
          </div>
        </section>
      </main>
      <footer class="dock" aria-label="Next step">
        <div class="dock-body">
          <p class="for meta">Shows what the file holds before anything changes.</p>
          <div class="btns">
            <BringIn keeping={keeping} label="Choose the backup" isPrimary onDone={onDone} />
            {since.length > 0 && !isListed && (
              <button type="button" class="btn" onClick={() => setIsListed(true)}>
                {since.length === 1 ? 'Show it' : `List the ${figure(since.length)}`}
              </button>
            )}
          </div>
        </div>
      </footer>
    </>
  );
}
