/* TODO [2027-01-31]: a stand-in that shows the open message as text, until core/panel is mounted here. */
import { render } from 'preact';

import type { CurrentMessage } from '../../core/host.ts';
import { openExtensionHost } from './extension-host.ts';

const root = document.getElementById('panel');
const host = await openExtensionHost();

async function show(): Promise<void> {
  const current = await host.currentMessage();
  if (root) render(<Current current={current} page={host.name} />, root);
}

function Current({ current, page }: { current: CurrentMessage; page: string }) {
  if (current.kind !== 'message') return <p>{`${page}: ${current.kind}`}</p>;
  const { from, subject, text, receivedAt } = current.message;
  return (
    <main>
      <p>{`${from?.name ?? ''} <${from?.address ?? ''}> ${receivedAt ?? 'date unclear'}`}</p>
      <h1>{subject}</h1>
      <pre>{text}</pre>
    </main>
  );
}

host.onMessageChange(() => void show());
await show();
