import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

import { mailPatterns } from './page-check.ts';

/** The sites that Duly may read, and how those that somebody allowed are taken back. */
export function Sites() {
  const [allowed, setAllowed] = useState<readonly string[]>([]);
  const load = (): void => {
    void browser.permissions.getAll().then(({ origins = [] }) => {
      setAllowed(origins.filter((origin) => !mailPatterns().includes(origin)));
    });
  };
  useEffect(load, []);
  return (
    <section class="sec">
      <h2>Where it may read</h2>
      <p>Gmail and Outlook on the web; any other page only where you pressed Duly’s button on it.</p>
      {allowed.length > 0 && (
        <ul class="bullets">
          {allowed.map((origin) => (
            <li key={origin}>
              {origin.replace(/\/\*$/, '')}, which you allowed{' '}
              <button
                type="button"
                class="link"
                onClick={() => void browser.permissions.remove({ origins: [origin] }).then(load)}
              >
                Take it back
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
