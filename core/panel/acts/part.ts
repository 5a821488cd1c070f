import { intoPage } from '../effects/into-page.ts';
import { IntoPage } from '../IntoPage.tsx';
import { PageCheckCard } from '../PageCheckCard.tsx';
import { PasteScreen } from '../PasteScreen.tsx';
import { PasteText } from '../PasteText.tsx';
import { RecordScreen } from '../RecordScreen.tsx';
import { ActScreen } from './ActScreen.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { CaseLetters } from './CaseLetters.tsx';
import { problemsOf } from './check.ts';
import { correctionOf, entriesOf } from './enter.ts';
import { actDock, openForm } from './open-form.ts';

/** The part of the panel for everything that is entered about a case, and for pages of CRMs; fetched when it is first wanted. */
export const acts = {
  ActScreen,
  CaseHistory,
  CaseLetters,
  IntoPage,
  intoPage,
  RecordScreen,
  PageCheckCard,
  PasteScreen,
  PasteText,
  actDock,
  openForm,
  problemsOf,
  entriesOf,
  correctionOf,
};

export type ActsPart = typeof acts;
