import type { Finding } from '../../letters/pre-send-check.ts';
import { inBrackets } from '../../policy/clause-words.ts';
import { Icon } from '../Icon.tsx';

/** What the check found: what must be put right, then what is worth a look, each with what can be put in by one press. */
export function Findings({
  findings,
  onPutIn,
}: {
  readonly findings: readonly Finding[];
  readonly onPutIn: (finding: Finding) => void;
}) {
  if (findings.length === 0)
    return (
      <section class="sec" aria-label="What the check found">
        <p class="status">
          <Icon name="check" />
          <span>Nothing is missing that the policy or the Code asks for.</span>
        </p>
      </section>
    );
  const must = findings.filter(({ severity }) => severity === 'must');
  const should = findings.filter(({ severity }) => severity === 'should');
  return (
    <>
      <Group title="Must be put right" findings={must} onPutIn={onPutIn} />
      <Group title="Worth a look" findings={should} onPutIn={onPutIn} />
    </>
  );
}

function Group({
  title,
  findings,
  onPutIn,
}: {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly onPutIn: (finding: Finding) => void;
}) {
  if (findings.length === 0) return null;
  return (
    <section class="sec">
      <div class="sec-head">
        <h2>
          {title} ({findings.length})
        </h2>
      </div>
      <ul class="stack-3">
        {findings.map((finding, index) => (
          <li key={`${finding.id} ${index}`} class="stack">
            <p>
              {finding.message} {finding.clauses.length > 0 && inBrackets(finding.clauses)}
            </p>
            {finding.found.slice(0, 2).map(({ text, start }) => (
              <p key={start} class="meta">
                <bdi>“{text}”</bdi>
              </p>
            ))}
            {finding.insert !== null && (
              <div class="stack">
                <p class="meta">
                  <bdi>{finding.insert}</bdi>
                </p>
                <div class="btns">
                  <button
                    type="button"
                    class="btn small"
                    aria-label={`${finding.found.length === 0 ? 'Insert' : 'Replace'}: ${finding.message}`}
                    onClick={() => onPutIn(finding)}
                  >
                    <Icon name={finding.found.length === 0 ? 'paste' : 'pen'} />
                    {finding.found.length === 0 ? 'Insert at the cursor' : 'Replace'}
                  </button>
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
