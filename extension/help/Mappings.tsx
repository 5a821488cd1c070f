import { useEffect, useState } from 'preact/hooks';

import { exportMappings, importMappings, removeMapping } from '../mappings.ts';
import { MappingError, type PageMapping } from '../record/mapping.ts';

/** What was pointed at, page by page: taken out as a file, brought in from one, removed. */
export function Mappings() {
  const [mappings, setMappings] = useState<readonly PageMapping[]>([]);
  const [said, setSaid] = useState('');
  const load = (): void => void exportMappings().then((file) => setMappings(file.mappings));
  useEffect(load, []);
  const bring = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      const count = await importMappings(await file.text());
      setSaid(`${String(count)} ${count === 1 ? 'kind of page was' : 'kinds of page were'} brought in.`);
      load();
    } catch (error) {
      if (!(error instanceof MappingError)) throw error;
      setSaid(`Nothing was brought in: ${error.message}.`);
    }
  };
  return (
    <section class="sec">
      <h2>Fields that were pointed at</h2>
      {mappings.length === 0 && <p>None yet.</p>}
      <ul class="bullets">
        {mappings.map((mapping) => (
          <li key={mapping.origin + mapping.path}>
            {mapping.origin}
            {mapping.path}: {Object.keys(mapping.fields).join(', ')}{' '}
            <button type="button" class="link" onClick={() => void removeMapping(mapping).then(load)}>
              Remove
            </button>
          </li>
        ))}
      </ul>
      <div class="btns">
        <button type="button" class="btn" onClick={() => void save()}>
          Save as a file
        </button>
        <label class="btn">
          Bring in a file…
          <input
            class="vh"
            type="file"
            accept="application/json,.json"
            onChange={(event) => void bring(event.currentTarget.files?.[0])}
          />
        </label>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}

async function save(): Promise<void> {
  const text = `${JSON.stringify(await exportMappings(), null, 2)}\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'duly-mappings.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
