/*
 * Finds a browser that can load the extension, and installs Chromium where none is. Needs nothing but Node, so that it works
 * before the libraries are there. `node scripts/chromium.mjs` prints the browser's path.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { argv, env, exit, getuid, platform, stderr, stdin, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';

/**
 * The browser to use, or null. `kind` matters because Google's own Chrome has ignored --load-extension since version 137:
 * it comes last, and is given the extension over its debugging pipe.
 */
export function findBrowser() {
  return candidates().find(({ path }) => path && existsSync(path) && runs(path)) ?? null;
}

/** The browser to use, installed first where it must be; null when that fails, after saying what to do by hand. */
export function ensureBrowser() {
  return findBrowser() ?? (installWithApt() || installWithPlaywright() ? findBrowser() : null) ?? explain();
}

function candidates() {
  const named = env.DULY_CHROMIUM ? [{ kind: kindOf(env.DULY_CHROMIUM), path: env.DULY_CHROMIUM }] : [];
  const chromium = installed().filter(({ kind }) => kind === 'chromium');
  const edge = installed().filter(({ kind }) => kind === 'edge');
  const chrome = installed().filter(({ kind }) => kind === 'chrome');
  // A snap sees neither hidden folders nor /tmp, where profiles are kept: better than nothing.
  const snap = platform === 'linux' ? [{ kind: 'chromium', path: '/snap/bin/chromium' }] : [];
  return [...named, ...chromium, ...fromPlaywright(), ...edge, ...snap, ...chrome];
}

function kindOf(path) {
  if (/edge/i.test(path)) return 'edge';
  return /google|chrome\.exe/i.test(path) && !/testing|playwright/i.test(path) ? 'chrome' : 'chromium';
}

function installed() {
  if (platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
      { kind: 'chromium', path: join(folder, 'Chromium.app/Contents/MacOS/Chromium') },
      { kind: 'edge', path: join(folder, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge') },
      { kind: 'chrome', path: join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome') },
    ]);
  }
  if (platform === 'win32') {
    const folders = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(Boolean);
    return folders.flatMap((folder) => [
      { kind: 'chromium', path: join(folder, 'Chromium', 'Application', 'chrome.exe') },
      { kind: 'edge', path: join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe') },
      { kind: 'chrome', path: join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe') },
    ]);
  }
  return [
    { kind: 'chromium', path: '/usr/bin/chromium' },
    { kind: 'chromium', path: '/usr/bin/chromium-browser' },
    { kind: 'edge', path: '/usr/bin/microsoft-edge' },
    { kind: 'edge', path: '/opt/microsoft/msedge/msedge' },
    { kind: 'chrome', path: '/usr/bin/google-chrome' },
    { kind: 'chrome', path: '/opt/google/chrome/chrome' },
  ];
}

/** Playwright's own builds, the newest first. */
function fromPlaywright() {
  const caches = { darwin: join(homedir(), 'Library', 'Caches'), win32: env.LOCALAPPDATA ?? homedir() };
  const folder = env.PLAYWRIGHT_BROWSERS_PATH ?? join(caches[platform] ?? join(homedir(), '.cache'), 'ms-playwright');
  if (!existsSync(folder)) return [];
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  const builds = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  builds.sort((left, right) => Number(right.slice(9)) - Number(left.slice(9)));
  return builds.flatMap((build) => inside.map((path) => ({ kind: 'chromium', path: join(folder, build, path) })));
}

/** Ubuntu ships a chromium-browser that only says to install the snap. On Windows --version would open a window. */
function runs(path) {
  return platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function installWithApt() {
  if (platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  const isRoot = getuid?.() === 0;
  const needsNoPassword = !isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  // With nobody at the keyboard sudo would wait for a password for ever.
  if (!isRoot && !needsNoPassword && !stdin.isTTY) return false;
  stderr.write('Installing Chromium with apt-get …\n');
  const apt = (...words) =>
    spawnSync(isRoot ? 'apt-get' : 'sudo', isRoot ? words : ['apt-get', ...words], {
      // apt's chatter goes beside this script's answer, not into it.
      stdio: ['inherit', 2, 2],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return (
    apt('update', '-q') && apt('install', '-y', '-q', '--no-install-recommends', 'chromium') && findBrowser() !== null
  );
}

function installWithPlaywright() {
  const cli = join('node_modules', 'playwright-core', 'cli.js');
  stderr.write('Fetching Chromium with Playwright …\n');
  const [command, words] = existsSync(cli)
    ? [process.execPath, [cli, 'install', 'chromium']]
    : ['npx', ['--yes', 'playwright-core@1.65.1', 'install', 'chromium']];
  // npx is a script on Windows, which only a shell starts; the words are fixed.
  return (
    spawnSync(command, words, { stdio: ['ignore', 2, 2], shell: command === 'npx' && platform === 'win32' }).status ===
    0
  );
}

function explain() {
  const system = platform === 'linux' && existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const advice = /debian|ubuntu/i.test(system)
    ? 'sudo apt-get update && sudo apt-get install chromium'
    : 'https://www.chromium.org/getting-involved/download-chromium/';
  stderr.write(
    'No browser was found that can load the extension, and none could be installed.\n' +
      `  Install Chromium (${advice}), or set DULY_CHROMIUM to the path of a Chromium or Edge.\n` +
      '  By hand: run "npm run build", open chrome://extensions in Chrome or Edge, switch on Developer mode,\n' +
      '  press "Load unpacked" and choose the folder dist/extension.\n',
  );
  return null;
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const browser = ensureBrowser();
  if (!browser) exit(1);
  stdout.write(`${browser.path}\n`);
}
