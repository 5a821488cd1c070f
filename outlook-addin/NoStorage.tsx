import { Note } from '../core/panel/Note.tsx';

/** The browser keeps no storage for this page: nothing can be logged, so that nothing is offered. */
export function NoStorage({ because }: { readonly because: string }) {
  return (
    <main>
      <section class="sec">
        <div class="stack-3">
          <h1 class="page-title">Duly can’t keep anything here</h1>
          <Note icon="over" title="The cases have no place" isAlert>
            <p>Nothing was checked, hazards included.</p>
            <p class="meta">The browser says: {because}</p>
          </Note>
          <p>
            Pages within Outlook may be kept from storing by the browser’s setting for third-party cookies and data.
            Allow it for this address, or ask whoever looks after your browser to, then open Duly again.
          </p>
          <p>In Chrome and Edge, Duly in the browser’s side panel keeps its cases without that setting.</p>
        </div>
      </section>
    </main>
  );
}
