import { useState } from 'preact/hooks';
import { count } from '../../date-words.ts';
import { reasonOf } from '../../errors.ts';
import { actorOf } from '../effects/run.ts';
import { usePorts } from '../ports-context.ts';
import { TypedConfirmation } from '../TypedConfirmation.tsx';
import type { PanelState } from '../state.ts';

/** Erases the personal data of cases for good, with the reason; that the cases were, and when, stays for the counts. */
export function EraseForm({
  caseIds,
  basis: usual,
  state,
  onDone,
}: {
  readonly caseIds: readonly string[];
  readonly basis: string;
  readonly state: PanelState;
  readonly onDone: (words: string) => void;
}) {
  const { register } = usePorts();
  const [isOpen, setIsOpen] = useState(false);
  const [basis, setBasis] = useState(usual);
  const [wrong, setWrong] = useState('');
  const erase = async (): Promise<void> => {
    if (basis.trim() === '') {
      setWrong('Say why. Nothing was erased.');
      return;
    }
    try {
      await register.erase({ caseIds, basis: basis.trim(), actor: actorOf(state) });
      setIsOpen(false);
      onDone(`Erased in ${count(caseIds.length, 'case')}. Older backups still hold it: remove those.`);
    } catch (error) {
      setWrong(`Nothing was erased. ${reasonOf(error)}`);
    }
  };
  if (caseIds.length === 0) return null;
  if (!isOpen)
    return (
      <p>
        <button type="button" class="link" onClick={() => setIsOpen(true)}>
          Erase the personal data of {count(caseIds.length, 'case')}…
        </button>
      </p>
    );
  return (
    <div class="stack">
      <p>
        Names, addresses, messages, letters and notes of {count(caseIds.length, 'case')} go for good, and a backup
        doesn’t bring them back here. Dates and counts stay, with who erased it and why.
      </p>
      <TypedConfirmation
        id="basis"
        label="Why"
        value={basis}
        wrong={wrong}
        action="Erase for good"
        onInput={setBasis}
        onConfirm={erase}
        onCancel={() => setIsOpen(false)}
      />
    </div>
  );
}
