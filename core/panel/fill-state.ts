import type { FillPage, FillOutcome } from '../host.ts';
import type { FillPart } from '../record.ts';

/** A case on its way into the fields of a CRM's page: what is chosen, what stands there, what became of it. */
export interface FillState {
  readonly caseId: string;
  /** Null where the page in front can't be written on. */
  readonly page: FillPage | null;
  readonly pointing: FillPart | null;
  /** Fields that were chosen once and are not to be filled this time. */
  readonly leftOut: readonly FillPart[];
  readonly isFilling: boolean;
  /** The person has said that the page is the right one, though it shows somebody else's record. */
  readonly isAgreed: boolean;
  readonly done: Partial<Readonly<Record<FillPart, FillOutcome>>>;
}

/** What a person does to bring a case into a CRM's page. */
export type FillAct =
  | { readonly kind: 'copy' }
  /** Look at the page in front. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'point'; readonly part: FillPart }
  | { readonly kind: 'toggle'; readonly part: FillPart }
  /** Fill the page all the same, though it is somebody else's record. */
  | { readonly kind: 'agree' }
  | { readonly kind: 'fill' }
  | { readonly kind: 'leave' };
