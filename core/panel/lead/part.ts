import { Figures } from './Figures.tsx';
import { ToDecide } from './ToDecide.tsx';

/** The part of the panel for whoever looks after all cases; fetched when it is first wanted. */
export const lead = { Figures, ToDecide };

export type LeadPart = typeof lead;
