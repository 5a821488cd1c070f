import { currentStage, type CaseFile } from '../case/case-file.ts';
import { panelDate, upperFirst, lowerFirst } from '../date-words.ts';
import { compareInstants, localDate, type Instant } from '../dates.ts';
import type { Letter } from '../letters/letter.ts';
import type { Action } from './actions.ts';
import type { AtWork } from './at-work.ts';
import { isAcknowledgement, sentBy } from './case-acts.ts';
import type { Placed } from './desk.ts';
import { party, type DockButton, type DockView, type ForPart } from './dock-words.ts';
import { letterView } from './letter-view.ts';
import { letterTitle, theLetter } from './letter-words.ts';
import { answerOwed, leftFor, letterOwed, nextStep, openDuty } from './next-step.ts';
import { passedOn } from './passed-on.ts';
import { tidied } from './setup.ts';
import type { OpenCase, PanelState } from './state.ts';

/** The dock of a message that is logged already. */
export function knownDock(state: PanelState, work: AtWork): DockView | null {
  const caseId = work.looked.found?.caseId ?? '';
  const reference = state.cases[caseId]?.file.reference;
  if (reference === undefined) return null;
  return {
    line: ['Opens the case of ', { theirs: party(work, state).who }, '. Nothing is logged twice.'],
    primary: { label: `Open ${reference}`, action: { type: 'case-opened', caseId } },
    quiet: { label: 'New matter…', action: { type: 'new-matter' } },
  };
}

/** The dock while a case is worked at beside its message: the acknowledgement, its sending, the contact. */
export function stageDock(state: PanelState, work: AtWork, opened: OpenCase): DockView | null {
  const { desk, open } = work;
  const passed = passedOn(work.looked.reading);
  const { who: sender, when } = party(work, state);
  const who = passed?.writer ?? sender;
  const { file } = opened;
  if (desk.step === 'letter') return letterDock(state, work, opened);
  if (desk.step === 'placed' && desk.placed) {
    return {
      line: [`${letterTitle(desk.letterKind)} to `, { theirs: who }, ', ', { strong: file.reference }],
      primary: sentButton(file, { kind: desk.letterKind, placed: desk.placed, onMessage: true }),
      quiet: AGAIN[desk.placed.how],
    };
  }
  switch (nextStep(file, opened.rules)) {
    case 'acknowledge':
      return {
        line: passed
          ? ['To ', { theirs: who }, ', not to ', { theirs: sender }]
          : [
              'To ',
              { theirs: who },
              ...(when === null ? [] : [open.source === 'host' ? ', in reply to ' : ', ', { moment: when }]),
            ],
        primary: { label: 'Write the acknowledgement', action: { type: 'write-letter' } },
        quiet: { label: 'Later', action: { type: 'went', screen: 'due' } },
      };
    case 'send':
      return {
        line: ['Acknowledgement to ', { theirs: who }, ', ', { strong: file.reference }],
        primary: sentButton(file, { kind: null, onMessage: true }),
        quiet: { label: 'Write it again', action: { type: 'write-letter' } },
      };
    case 'write-letter': {
      const kind = letterOwed(file, opened.rules) ?? 'refusal';
      return {
        line: [`${letterTitle(kind)} to `, { theirs: who }, ', ', { strong: file.reference }],
        primary: { label: `Write ${theLetter(kind)}`, action: { type: 'write-letter', kind } },
        quiet: { label: 'Later', action: { type: 'went', screen: 'due' } },
      };
    }
    case 'send-letter': {
      const kind = letterOwed(file, opened.rules) ?? 'refusal';
      return {
        line: [`${letterTitle(kind)} to `, { theirs: who }, ', ', { strong: file.reference }],
        primary: sentButton(file, { kind, onMessage: true }),
        quiet: { label: 'Write it again', action: { type: 'write-letter', kind } },
      };
    }
    case 'contact':
      return contactDock(state, opened, true);
    case null:
      return null;
  }
}

const AGAIN: Readonly<Record<Placed['how'], DockButton>> = {
  inserted: { label: 'Insert again', action: { type: 'insert' } },
  copied: { label: 'Copy again', action: { type: 'copy' } },
  printed: { label: 'Print again', action: { type: 'post', how: 'printed' } },
  document: { label: 'Save again', action: { type: 'post', how: 'document' } },
};

/** Records that the letter went out: null = the acknowledgement. */
function sentButton(
  file: CaseFile,
  {
    kind,
    placed = null,
    onMessage,
  }: { readonly kind: string | null; readonly placed?: Placed | null; readonly onMessage: boolean },
): DockButton {
  const isMeant = kind === null ? isAcknowledgement : (one: string): boolean => one === kind;
  const act =
    kind === null
      ? ({ kind: 'acknowledged', at: null } as const)
      : ({ kind: 'letter-sent', letter: kind, at: null } as const);
  const label = sentBy(placed, file, isMeant) === 'post' ? 'I’ve posted it' : 'I’ve sent it';
  return { label, action: { type: 'act', caseId: file.id, act, onMessage } };
}

function contactDock({ now }: PanelState, { file, rules }: OpenCase, onMessage: boolean): DockView {
  const date = openDuty(file, rules, 'contact');
  const act = (kind: 'contact-made' | 'contact-tried'): Action => ({
    type: 'act',
    caseId: file.id,
    act: { kind },
    onMessage,
  });
  const by = date ? [` by ${panelDate(date.day, localDate(now))}`] : [];
  return {
    line: ['Make contact with ', { theirs: file.complainant?.name ?? 'the resident' }, ...by],
    primary: { label: 'Contact made', action: act('contact-made') },
    quiet: { label: 'No answer', action: act('contact-tried') },
  };
}

function letterDock(state: PanelState, work: AtWork, opened: OpenCase): DockView | null {
  const { desk, open } = work;
  const { now, setup, writeLetter } = state;
  if (!setup || !writeLetter) return null;
  const passed = passedOn(work.looked.reading);
  const { who: sender, when } = party(work, state);
  const who = passed?.writer ?? sender;
  const later: DockButton = { label: 'Later', action: { type: 'letter-left' } };
  const view = letterView(opened, desk.letter, {
    kind: desk.letterKind,
    write: writeLetter,
    settings: tidied(setup.settings),
    now,
  });
  if (view.kind !== 'letter') return { line: [], primary: later, quiet: null };
  const { letter } = view;
  const [missing] = letter.missing.filter(({ place }) => place !== 'policy');
  if (missing)
    return {
      line: [
        `${letterTitle(desk.letterKind)} to `,
        { theirs: who },
        '.',
        ...(desk.letterKind === null ? dueWords(state, opened) : []),
      ],
      primary: { label: addWords(missing), action: { type: 'field-wanted', path: missing.path } },
      quiet: later,
    };
  // What the policy itself lacks nobody can fill in here.
  if (!letter.draft) return { line: [], primary: later, quiet: null };
  if (letter.sheet.way === 'post')
    return {
      line: ['For the post to ', { theirs: letter.sheet.to[0] ?? who }],
      primary: { label: 'Print', action: { type: 'post', how: 'printed' }, icon: 'post' },
      quiet: { label: 'Word file', action: { type: 'post', how: 'document' } },
    };
  // A reply would go to whoever passed it on: the letter is the writer's.
  if (passed)
    return {
      line: ['For ', { theirs: who }, '. A reply would go to ', { theirs: sender }, '.'],
      primary: { label: 'Copy', action: { type: 'copy' }, icon: 'copy' },
      quiet: later,
    };
  const reply: readonly ForPart[] = [{ theirs: who }, ...(when === null ? [] : [', ', { moment: when }])];
  if (open.source !== 'host')
    return {
      line: ['For a reply to ', ...reply],
      primary: { label: 'Copy', action: { type: 'copy' }, icon: 'copy' },
      quiet: later,
    };
  return {
    line: ['Into your reply to ', ...reply],
    primary: { label: 'Insert in reply', action: { type: 'insert' }, icon: 'reply' },
    quiet: { label: 'Copy', action: { type: 'copy' } },
  };
}

function dueWords({ now }: PanelState, { file, rules }: OpenCase): readonly ForPart[] {
  const left = leftFor(file, rules, { obligation: 'acknowledge', now });
  if (!left || left.words === '') return [];
  if (left.isOver) return [' ', { strong: `${upperFirst(left.words)}.` }];
  return left.words === 'today' || left.words === 'tomorrow'
    ? [' ', { strong: `Due ${left.words}.` }]
    : [` Due ${left.words}.`];
}

/** The primary where something is missing: the way to add it. */
function addWords({ path, label }: Letter['missing'][number]): string {
  switch (path) {
    case 'wants':
      return 'Add the outcome wanted';
    case 'handler.name':
      return 'Choose the handler';
    case 'points':
      return 'Add a point';
    default:
      return `Add ${lowerFirst(label)}`;
  }
}

/** The dock of a case away from its message. */
export function caseDock(state: PanelState): DockView | null {
  const opened = state.caseId === null ? undefined : state.cases[state.caseId];
  if (!opened) return null;
  const { file, rules } = opened;
  const who = file.complainant?.name ?? file.messages[0]?.from?.name ?? 'the resident';
  switch (nextStep(file, rules)) {
    case 'acknowledge':
      return {
        line: ['Acknowledgement to ', { theirs: who }, '.', ...dueWords(state, opened)],
        primary: { label: 'Write the acknowledgement', action: { type: 'case-message-opened', caseId: file.id } },
        quiet: null,
      };
    case 'send':
      return {
        line: ['Acknowledgement to ', { theirs: who }, ', ', { strong: file.reference }],
        primary: sentButton(file, { kind: null, onMessage: false }),
        quiet: { label: 'Write it again', action: { type: 'case-message-opened', caseId: file.id } },
      };
    case 'write-letter': {
      const kind = letterOwed(file, rules);
      return {
        line: [`${letterTitle(kind)} to `, { theirs: who }, ', ', { strong: file.reference }],
        primary: { label: `Write ${theLetter(kind)}`, action: writing(file.id, kind) },
        quiet: null,
      };
    }
    case 'send-letter': {
      const kind = letterOwed(file, rules);
      return {
        line: [`${letterTitle(kind)} to `, { theirs: who }, ', ', { strong: file.reference }],
        primary: sentButton(file, { kind, onMessage: false }),
        quiet: { label: 'Write it again', action: writing(file.id, kind) },
      };
    }
    case 'contact':
      return currentStage(file) ? contactDock(state, opened, false) : null;
    case null:
      return answerDock(opened, who);
  }
}

function writing(caseId: string, kind: string | null): Action {
  return { type: 'case-message-opened', caseId, ...(kind === null ? {} : { kind }) };
}

/** What is left once the case is acknowledged and contact made: the letter of an extension, then the answer. */
function answerDock({ file, rules }: OpenCase, who: string): DockView | null {
  const more: DockButton = { label: 'More…', action: { type: 'acts-wanted', caseId: file.id } };
  const kind = answerOwed(file, rules);
  if (kind === null) return null;
  const line: readonly ForPart[] = [`${letterTitle(kind)} to `, { theirs: who }, ', ', { strong: file.reference }];
  return file.drafts.some((draft) => draft.kind === kind && isSinceProposed(draft.at, file))
    ? { line, primary: sentButton(file, { kind, onMessage: false }), quiet: more }
    : { line, primary: { label: `Write ${theLetter(kind)}`, action: writing(file.id, kind) }, quiet: more };
}

function isSinceProposed(at: Instant, file: CaseFile): boolean {
  const proposed = currentStage(file)?.proposed ?? null;
  return proposed === null || compareInstants(at, proposed.at) >= 0;
}
