import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

type Command = browser.Commands.Command;

/** The keys as they are set at this moment: anybody may change them in the browser. */
export function Shortcuts() {
  const [commands, setCommands] = useState<readonly Command[]>([]);
  useEffect(() => {
    const load = (): void => void browser.commands.getAll().then(setCommands);
    load();
    // They are changed on another page, from which one comes back to this.
    window.addEventListener('focus', load);
    return () => window.removeEventListener('focus', load);
  }, []);
  return (
    <section class="sec">
      <h2>Keys</h2>
      <dl class="facts">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{name === '_execute_action' ? 'Open Duly' : description}</dt>
            <dd>{shortcut === undefined || shortcut === '' ? 'No key set' : <kbd>{shortcut}</kbd>}</dd>
          </div>
        ))}
        <div>
          <dt>In the panel</dt>
          <dd>
            <kbd>Ctrl+Enter</kbd> presses the main button, <kbd>Esc</kbd> goes back and loses nothing
          </dd>
        </div>
      </dl>
      <p>
        <button
          type="button"
          class="btn"
          onClick={() => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' })}
        >
          Change keys…
        </button>
      </p>
    </section>
  );
}
