import { useContext, useState } from 'preact/hooks';
import { count, listInWords } from '../../date-words.ts';
import { reasonOf } from '../../errors.ts';
import { actorOf } from '../effects/run.ts';
import { DispatchContext, usePorts } from '../ports-context.ts';
import { TypedConfirmation } from '../TypedConfirmation.tsx';
import type { PanelState } from '../state.ts';
import { erase, type ToErase } from './person-data.ts';

/** Erases the personal data of cases for good, with the reason, and what else is kept of a person; that the cases were, and when, stays for the counts. */
export function EraseForm({
  what,
  basis: usual,
  state,
  onDone,
}: {
  readonly what: ToErase;
  readonly basis: string;
  readonly state: PanelState;
  readonly onDone: (words: string) => void;
}) {
  const ports = usePorts();
  const dispatch = useContext(DispatchContext);
  const { caseIds, seenIds = [], deskKeys = [] } = what;
  const isInBackups = caseIds.length > 0;
  const parts = [
    ...(isInBackups ? [`the personal data of ${count(caseIds.length, 'case')}`] : []),
    ...(seenIds.length > 0 ? [`${count(seenIds.length, 'message')} seen`] : []),
    ...(deskKeys.length > 0 ? [count(deskKeys.length, 'draft')] : []),
  ];
  const named = listInWords(parts);
  const [isOpen, setIsOpen] = useState(false);
  const [basis, setBasis] = useState(usual);
  const [wrong, setWrong] = useState('');
  const eraseNow = async (): Promise<void> => {
    if (basis.trim() === '') {
      setWrong('Say why. Nothing was erased.');
      return;
    }
    try {
      const keys = await erase(ports, what, { basis: basis.trim(), actor: actorOf(state) });
      dispatch({ type: 'desks-dropped', keys });
      setIsOpen(false);
      onDone(`Erased: ${named}.${isInBackups ? ' Older backups still hold it: remove those.' : ''}`);
    } catch (error) {
      setWrong(`Not all of it was erased. Find what is left, and erase that. ${reasonOf(error)}`);
    }
  };
  if (parts.length === 0) return null;
  if (!isOpen)
    return (
      <p>
        <button type="button" class="link" onClick={() => setIsOpen(true)}>
          Erase {named}…
        </button>
      </p>
    );
  return (
    <div class="stack">
      {isInBackups && (
        <p>
          Names, addresses, messages, letters and notes of {count(caseIds.length, 'case')} go for good, and a backup
          doesn’t bring them back here. Dates and counts stay, with who erased it and why. What was entered about their
          messages and not logged goes too.
        </p>
      )}
      {parts.length > (isInBackups ? 1 : 0) && (
        <p>Messages seen and drafts are removed. Nothing stays of them but how a decision went.</p>
      )}
      <TypedConfirmation
        id="basis"
        label="Why"
        value={basis}
        wrong={wrong}
        action="Erase for good"
        onInput={setBasis}
        onConfirm={eraseNow}
        onCancel={() => setIsOpen(false)}
      />
    </div>
  );
}
