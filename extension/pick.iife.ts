/* Pointing at fields, finding them again and filling them; put into a page beside record.js when that asks for it. */
import { fill, peek } from './record/fill.ts';
import type { Picker } from './record/picker.ts';
import { elementAt } from './record/place.ts';
import { point, stopPointing } from './record/pointing.ts';

declare global {
  var dulyPicker: Picker | undefined;
}

globalThis.dulyPicker ??= { elementAt, point, stopPointing, peek, fill };
