import { useEffect, useRef, useState } from 'preact/hooks';
import { usePorts } from './ports-context.ts';

/** Where it is kept whether keys without Ctrl or Alt do something. They don't until somebody switches them on. */
export const SINGLE_KEYS = 'single-keys';

/** Calls `press` with a key that was pressed alone, outside of every field; only where such keys are switched on. */
export function useSingleKeys(press: (key: string) => void): void {
  const { store } = usePorts();
  const [isOn, setOn] = useState(false);
  const last = useRef(press);
  last.current = press;
  useEffect(() => {
    const look = (): void => void store.load(SINGLE_KEYS).then((kept) => setOn(kept === true));
    look();
    return store.onChange?.(SINGLE_KEYS, look);
  }, [store]);
  useEffect(() => {
    if (!isOn) return;
    const hear = (event: KeyboardEvent): void => {
      const { key, target, ctrlKey, altKey, metaKey, isComposing } = event;
      if (ctrlKey || altKey || metaKey || isComposing || key.length !== 1) return;
      if (target instanceof Element && target.matches('input, textarea, select, [contenteditable]')) return;
      // What a key leads to doesn't get it typed into it.
      if (KEYS.includes(key.toLowerCase())) event.preventDefault();
      last.current(key.toLowerCase());
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [isOn]);
}

const KEYS = ['j', 'k', 'w', '/', '1', '2', '3', '4'];
