import { Note } from './Note.tsx';

/** The policy didn't load: no verdict and no dates, since a guess would look like an answer. */
export function NoVerdict({ because }: { readonly because: string }) {
  return (
    <section class="sec">
      <Note icon="over" title="The policy didn’t load" isAlert>
        <p>Duly gives no verdict and no dates without it. Nothing was checked, hazards included.</p>
        <p class="meta">{because}</p>
      </Note>
    </section>
  );
}
