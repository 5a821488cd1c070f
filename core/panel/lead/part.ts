import { BackupLine } from './BackupLine.tsx';
import { DueFilters } from './DueFilters.tsx';
import { DueOpen } from './DueOpen.tsx';
import { DueRest } from './DueRest.tsx';
import { Figures } from './Figures.tsx';
import { OmbudsmanFirst } from './OmbudsmanFirst.tsx';
import { PersonScreen } from './PersonScreen.tsx';
import { ToDecide } from './ToDecide.tsx';

/** The part of the panel for whoever looks after all cases; fetched when it is first wanted. */
export const lead = { BackupLine, DueFilters, DueOpen, DueRest, Figures, OmbudsmanFirst, PersonScreen, ToDecide };

export type LeadPart = typeof lead;
