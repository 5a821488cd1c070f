import { render } from 'preact';
import type { EventSource } from '../core/case/chain.ts';
import { inLondon, toInstant, type Instant } from '../core/dates.ts';
import { tickingClock } from '../core/panel/clock.ts';
import { panelLock } from '../core/panel/lock/panel-lock.ts';
import { watchAbsence } from '../core/panel/lock/watch-absence.ts';
import { openRegister } from '../core/panel/open-register.tsx';
import { mountPanel } from '../core/panel/panel.tsx';
import { PortsContext } from '../core/panel/ports-context.ts';
import type { Ports } from '../core/panel/ports.ts';
import { openShelf, type Shelf } from '../core/panel/shelf.ts';
import { warmUp } from '../core/panel/warm-up.ts';
import { indexedDbRegister } from '../core/register/indexed-db-register.ts';
import { RegisterError, type Register } from '../core/register/register.ts';
import { policyBase } from '../policies/index.ts';
import { openItem } from './item-kind.ts';
import { localStore, whyNothingIsKept } from './local-store.ts';
import { NoStorage } from './NoStorage.tsx';
import { openHost } from './open-host.ts';
import { lockableScreen, type Screen } from './screen.ts';

/* Puts the panel together in Outlook's task pane, the check beside a reply, and in a plain tab, where messages are pasted. */

const now = (): Instant => toInstant(new Date().toISOString());

const source: EventSource = { now, random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) };

const clock = tickingClock(now);

const lock = panelLock(localStore, { watches: 'panel', random: (bytes) => source.random(bytes) });

const root = document.getElementById('panel');
if (!root) throw new Error('the page has no place for the panel');

const refused = whyNothingIsKept();
if (refused === null) await start(root);
else sayNothingIsKept(root, refused);

async function start(at: HTMLElement): Promise<void> {
  // What needs no Outlook is made ready while Office.js makes itself ready; the recogniser comes with its weights.
  const recogniser = import('../core/look.ts');
  const opening = openShelf(policyBase, localStore);
  const warming = new AbortController();
  const policies = opening.then((shelf) => shelf.policies);
  void warmUp({ recogniser, policies, store: localStore, clock }, warming.signal);
  const [{ host, can, late }, { look }, shelf, register] = await Promise.all([
    openHost().finally(() => warming.abort()),
    recogniser,
    opening,
    opening.then((shelf) => openCases(at, shelf)),
  ]);
  if (register instanceof RegisterError) sayNothingIsKept(at, register.message);
  if (!register || register instanceof RegisterError) return;
  const screen = lockableScreen(at, { lock, store: localStore });
  await show(screen, register, { look, host, can, shelf });
  // Office.js may say late that this is Outlook: the plain tab gives way.
  const opened = await late;
  if (opened) await show(screen, register, { look, host: opened.host, can: opened.can, shelf });
}

/** The cases; null where the panel says already why they can't be opened, an error where the browser keeps nothing here. */
async function openCases(at: HTMLElement, { rowOf, rules }: Shelf): Promise<Register | RegisterError | null> {
  const refused: RegisterError[] = [];
  const register = await openRegister(at, async (onBlocked) => {
    try {
      return await indexedDbRegister({ source, rowOf, rules, onBlocked });
    } catch (error) {
      if (error instanceof RegisterError && error.code === 'failed') refused.push(error);
      throw error;
    }
  });
  return refused[0] ?? register;
}

function sayNothingIsKept(at: HTMLElement, because: string): void {
  at.classList.add('panel');
  render(<NoStorage because={because} />, at);
}

interface Parts {
  readonly look: Ports['look'];
  readonly host: Ports['host'];
  readonly can: Awaited<ReturnType<typeof openHost>>['can'];
  readonly shelf: Shelf;
}

async function show(screen: Screen, cases: Register, { look, host, can, shelf }: Parts): Promise<void> {
  const ports: Ports = {
    host,
    register: cases,
    policies: shelf.policies,
    restart: () => location.reload(),
    look,
    secondReader: async (reading, settings) =>
      (await import('../core/reader/in-page.ts')).readClosely(reading, settings),
    store: localStore,
    clock,
    source,
    readMailFile: async (bytes) => (await import('../core/reading/eml.ts')).messageFromEml(bytes),
    lock,
  };
  // Nobody tells a pane that the computer is left alone: it looks whether the pane itself was.
  await watchAbsence(lock, localStore, Date.now);
  if (!can) {
    await screen.show((at) => mountPanel(at, ports));
    return;
  }
  const [{ outlookKeeping }, { KeptHere, KeptBeside }] = await Promise.all([
    import('./outlook-keeping.ts'),
    import('../core/panel/KeptHere.tsx'),
  ]);
  const keeping = await outlookKeeping(cases, { can, now });
  const { lost } = keeping;
  if (openItem().kind === 'compose') {
    const { mountCheck } = await import('./mount-check.tsx');
    await screen.show((at) => mountCheck(at, { ...ports, now, lost }));
    return;
  }
  const panel = (at: HTMLElement): (() => void) =>
    mountPanel(at, {
      ...ports,
      showKept: (moment, where) =>
        where === 'in-full' ? (
          <KeptHere keeping={keeping} now={moment} />
        ) : (
          <KeptBeside keeping={keeping} now={moment} />
        ),
    });
  if (!lost) {
    await screen.show(panel);
    return;
  }
  const { LostCases } = await import('../core/panel/LostCases.tsx');
  await screen.show((at) => {
    at.classList.add('panel');
    const onDone = (): void => void screen.show(panel);
    render(
      <PortsContext.Provider value={ports}>
        <LostCases keeping={keeping} lost={lost} now={inLondon(now())} onDone={onDone} />
      </PortsContext.Provider>,
      at,
    );
    return () => render(null, at);
  });
}
