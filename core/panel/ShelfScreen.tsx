import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Dispatch } from './actions.ts';
import type { PanelState } from './state.ts';

interface PageProps {
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}

/** The pages of the policy and of its calendar: fetched when somebody goes there, since nobody needs them to log a case. */
export function ShelfScreen({ state, dispatch }: PageProps) {
  const [pages, setPages] = useState<Readonly<Record<'policy' | 'calendar', ComponentType<PageProps>>> | null>(null);
  useEffect(() => {
    void import('./shelf-pages.ts').then(({ SHELF_PAGES }) => setPages(SHELF_PAGES));
  }, []);
  if (!pages) return null;
  const Page = state.screen === 'calendar' ? pages.calendar : pages.policy;
  return <Page state={state} dispatch={dispatch} />;
}
