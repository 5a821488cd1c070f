import type { FillOutcome } from '../../core/host.ts';
import type { PointOutcome } from '../page-requests.ts';
import type { Filling, Peek } from './fill.ts';
import type { FieldPlace } from './mapping.ts';

/** What is put into a page beside its script once somebody points at a field there, or has: reading alone needs none of it. */
export interface Picker {
  readonly elementAt: (
    document: Document,
    place: FieldPlace,
  ) => { readonly element: Element; readonly by: string } | null;
  readonly point: (document: Document) => Promise<PointOutcome>;
  readonly stopPointing: () => void;
  readonly peek: (document: Document, place: FieldPlace) => Peek | null;
  readonly fill: (document: Document, filling: Filling) => Promise<FillOutcome>;
}

/** The code of the HostError that says that a page lacks it. */
export const PICKER_MISSING = 'picker-missing';
