/* Serves the add-in over https on this computer, with hot reload, and says how to get it into each Outlook. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';

import { ensureDependencies } from './dependencies.mjs';
import { HERE, MANIFEST, manifestFor } from './outlook-manifest.mjs';

ensureDependencies();
const { createServer } = await import('vite');
const { default: ownCertificate } = await import('@vitejs/plugin-basic-ssl');

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGE = '/outlook-addin/taskpane.html';

/** A certificate that this computer trusts, where Microsoft's tool has made one: npx office-addin-dev-certs install. */
const folder = join(homedir(), '.office-addin-dev-certs');
const isTrusted = existsSync(join(folder, 'localhost.crt')) && existsSync(join(folder, 'localhost.key'));
const https = isTrusted
  ? { cert: readFileSync(join(folder, 'localhost.crt')), key: readFileSync(join(folder, 'localhost.key')) }
  : undefined;

const asked = argv.indexOf('--port');
const port = asked < 0 ? Number(new URL(HERE).port) : Number(argv[asked + 1]);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  stderr.write('a port is a number from 1 to 65535: npm run dev:outlook -- --port 3001\n');
  exit(2);
}

try {
  const server = await createServer({
    root,
    mode: 'outlook',
    configFile: join(root, 'vite.config.ts'),
    cacheDir: join(root, '.cache', 'vite-outlook'),
    plugins: isTrusted ? [] : [ownCertificate()],
    server: { host: 'localhost', port, strictPort: true, https },
    logLevel: 'warn',
  });
  await server.listen();
} catch (error) {
  const isTaken = /already in use/.test(error.message);
  const instead = `end what uses it (perhaps this, started before), or take another: npm run dev:outlook -- --port ${port + 1}`;
  stderr.write(`${error.message}${isTaken ? `; ${instead}` : ''}\n`);
  exit(1);
}

const here = `https://localhost:${port}`;
const manifest = here === HERE ? MANIFEST : manifestOf(here);

/** The manifest for another port than the project's own: an add-in with the wrong one shows an empty pane. */
function manifestOf(address) {
  const file = join(root, '.cache', `outlook-manifest-${port}.xml`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(file, manifestFor(address));
  return file;
}

stdout.write(`
Duly for Outlook is served at ${here}${PAGE}
Opened in a plain tab it takes pasted messages. Ctrl+C ends it.

${
  isTrusted
    ? 'The certificate is the one of office-addin-dev-certs, which this computer trusts.'
    : `This computer doesn't trust the certificate yet. For Outlook on the web it is enough to open the address above once
and go on past the warning. Outlook for Windows and for Mac want a trusted one: npx office-addin-dev-certs install,
then start this again.`
}

To get it into Outlook (sideload), with ${manifest}:
  On the web, and the new Outlook for Windows
    Open https://aka.ms/olksideload, My add-ins, Add a custom add-in, Add from file.
  Classic Outlook for Windows, Outlook for Mac
    The same page in a browser, signed in to the same mailbox; the add-in appears in the program after a minute or a restart.
    Mac: View, Message, ⋯ in the message shows it; classic Windows: Home, All Apps.
  Then open a message and press "Read with Duly" in the ribbon; in a reply, "Check with Duly". The pin keeps it open.
`);
