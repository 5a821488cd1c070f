import type { FillOutcome } from '../../core/host.ts';
import type { PointOutcome } from '../page-requests.ts';
import type { Filling, Peek } from './fill.ts';
import type { FieldPlace } from './mapping.ts';

/** What stands at a place, and by which of its terms it was found. */
export interface PlacedElement {
  readonly element: Element;
  readonly by: string;
  /** False where only its place among the page's boxes was kept: on another record something else may stand there. */
  readonly isSure: boolean;
}

/** What is put into a page beside its script once somebody points at a field there, or has: reading alone needs none of it. */
export interface Picker {
  readonly elementAt: (document: Document, place: FieldPlace) => PlacedElement | null;
  readonly point: (document: Document) => Promise<PointOutcome>;
  readonly stopPointing: () => void;
  readonly peek: (document: Document, place: FieldPlace) => Peek | null;
  readonly fill: (document: Document, filling: Filling) => Promise<FillOutcome>;
}

/** The code of the HostError that says that a page lacks it. */
export const PICKER_MISSING = 'picker-missing';
