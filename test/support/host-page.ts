/* A page of the extension with nothing but the host in it, for tests that ask the host itself in the real side panel. */
import type { Host } from '../../core/host.ts';
import { openExtensionHost } from '../../extension/sidebar/extension-host.ts';

declare global {
  var host: Host;
  /** How often the host said that another message may be open. */
  var changes: number;
}

globalThis.changes = 0;
globalThis.host = await openExtensionHost();
globalThis.host.onMessageChange(() => {
  globalThis.changes += 1;
});
