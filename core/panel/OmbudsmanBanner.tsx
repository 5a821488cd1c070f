import { Icon } from './Icon.tsx';

/** Mail from the Ombudsman: who must know of it, and where it waits. */
export function OmbudsmanBanner() {
  return (
    <section class="banner" aria-labelledby="ombudsman-asks">
      <Icon name="flag" />
      <h2 id="ombudsman-asks">The Housing Ombudsman is asking</h2>
      <p>Tell your team lead. This stays at the top of Due until it’s answered.</p>
    </section>
  );
}
