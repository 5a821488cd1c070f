/*
 * Writes the add-in's manifest for a deployment: node scripts/outlook-manifest.mjs HOST [FILE]
 * HOST is where the contents of dist/outlook are served, as duly.landlord.example or https://intranet.example:8443.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the manifest in the project points to. */
export const HERE = 'https://localhost:3000';

export const MANIFEST = join(root, 'outlook-addin', 'manifest.xml');

/** The manifest with another place in every address. Throws for what is no host that Outlook would take. */
export function manifestFor(host) {
  let url;
  try {
    url = new URL(host.includes('://') ? host : `https://${host}`);
  } catch {
    throw new Error(`${JSON.stringify(host)} is no host name`);
  }
  if (url.protocol !== 'https:') throw new Error('Outlook takes add-ins from https addresses only');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Error('give the host alone, as duly.landlord.example: the files stand at its root');
  return readFileSync(MANIFEST, 'utf8').replaceAll(HERE, url.origin);
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const [, , host, file = join(root, 'dist', 'outlook-manifest.xml')] = argv;
  try {
    if (host === undefined) throw new Error('say where it will be served: node scripts/outlook-manifest.mjs HOST');
    const manifest = manifestFor(host);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, manifest);
    stdout.write(`${file}\n`);
  } catch (error) {
    stderr.write(`${error.message}\n`);
    exit(2);
  }
}
