import { useEffect, useState } from 'preact/hooks';
import { Fact, Facts } from '../Facts.tsx';
import type { Host } from '../../host.ts';
import { usePorts } from '../ports-context.ts';
import { SINGLE_KEYS } from '../single-keys.ts';
import { Tick } from '../Tick.tsx';

/** The keys; those that are pressed alone only for whoever switches them on: speech input presses them by accident. */
export function KeysCard({ host }: { readonly host: Host['kind'] }) {
  const { store } = usePorts();
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    void store.load(SINGLE_KEYS).then((kept) => setOn(kept === true));
  }, [store]);
  const turn = (on: boolean): void => {
    setOn(on);
    void store.save(SINGLE_KEYS, on ? true : null);
  };
  return (
    <section class="sec">
      <div class="sec-head">
        <h2>Keyboard</h2>
      </div>
      <Facts>
        {host === 'extension' && (
          <Fact term="Open Duly">
            <b>Alt+Shift+D</b>
          </Fact>
        )}
        <Fact term="Next step">
          <b>Ctrl+Enter</b>
        </Fact>
        <Fact term="Back">
          <b>Esc</b>
        </Fact>
        <Fact term="In lists">
          <b>↑ ↓, Home, End</b>
        </Fact>
        <Fact term="In Due">
          <b>J K</b> next and last, <b>W</b> working, <b>/</b> search, <b>1 to 4</b> how urgent
        </Fact>
      </Facts>
      <Tick label="Keys pressed alone, in Due: outside of fields" isOn={isOn} onTick={turn} />
    </section>
  );
}
