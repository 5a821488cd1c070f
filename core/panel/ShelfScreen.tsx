import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Dispatch } from './actions.ts';
import type { PanelState } from './state.ts';

interface PageProps {
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}

type Page = 'policy' | 'calendar' | 'settings' | 'first-run';

/** The pages of the policy, its calendar and the settings: fetched when somebody goes there, since nobody needs them to log a case. */
export function ShelfScreen({ page, state, dispatch }: PageProps & { readonly page: Page }) {
  const [pages, setPages] = useState<Readonly<Record<Page, ComponentType<PageProps>>> | null>(null);
  useEffect(() => {
    void import('./shelf-pages.ts').then(({ SHELF_PAGES }) => setPages(SHELF_PAGES));
  }, []);
  useLayoutEffect(() => {
    // The heading that the press led to is there only now.
    if (pages) document.querySelector<HTMLElement>(`[data-focus="${FOCUS}"]`)?.focus();
  }, [pages]);
  if (!pages) return null;
  const Shown = pages[page];
  return <Shown state={state} dispatch={dispatch} />;
}

const FOCUS = 'screen';
