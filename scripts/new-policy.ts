import { canonicalForm, canonicalPolicy } from '../core/policy/canonical.ts';

/** A file to be written, by its path in the project. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** An id as folders and cases bear it: "Small Homes & Co" is small-homes-co. Null where nothing of it can be one. */
export function idOf(name: string): string | null {
  const id = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, '')
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? null : id;
}

/**
 * The files of a new policy: the least that is read without an error, to be filled in from the landlord's document, and
 * scenarios whose expected answers say what to write there. They fail until somebody has.
 */
export function newPolicy(name: string, id: string): readonly NewFile[] {
  const folder = `policies/${id}/undated`;
  return [
    { path: `${folder}/policy.json`, text: canonicalPolicy(policyDocument(name, id)) },
    { path: `${folder}/clauses.json`, text: canonicalForm(CLAUSES) },
    { path: `test/scenarios/${id}.json`, text: scenarios(id) },
  ];
}

const CLAUSES = {
  '1': {
    quote: 'Copy the sentence of the document here, word for word. One entry a clause, under its number.',
    from: 'the-document.txt',
  },
};

function policyDocument(name: string, id: string): object {
  const clause = ['1'];
  const working = (count: number) => ({ count, unit: 'working-day' });
  const first = { id: 'stage-1', name: 'Stage one', order: 1, formal: true, clause };
  const second = { id: 'stage-2', name: 'Stage two', order: 2, formal: true, clause, then: ['housing-ombudsman'] };
  return {
    id,
    name,
    shortName: name,
    about: { clause },
    calendar: {
      bankHolidays: 'england-and-wales',
      workingWeek: [1, 2, 3, 4, 5],
      closures: [],
      countFrom: 'day-after-trigger',
      afterHours: 'same-date',
      deemedReceipt: { email: 0, post: 2 },
    },
    definition: {
      clause,
      objects: ['action', 'lack-of-action', 'standard-of-service'],
      about: ['landlord', 'staff', 'acting-on-behalf'],
      medium: 'any',
    },
    stages: [{ ...first, next: { stage: 'stage-2', when: ['not-satisfied-with-response'], clause } }, second],
    routes: [
      { id: 'escalation', clause, when: { all: ['not-satisfied-with-response'] }, to: 'stage:stage-2' },
      { id: 'complaint', clause, when: { all: ['dissatisfaction'] }, to: 'stage:stage-1', offer: 'choice' },
      { id: 'request', clause, when: { any: ['first-request', 'asb-report', 'information-request'] }, to: 'request' },
    ],
    timers: [
      { id: 's1-ack', clause, on: 'complaint-received', does: 'acknowledge', within: working(5), stage: 'stage-1' },
      { id: 's1-respond', clause, on: 'complaint-received', does: 'respond', within: working(10), stage: 'stage-1' },
      { id: 's2-ack', clause, on: 'escalation-requested', does: 'acknowledge', within: working(5), stage: 'stage-2' },
      { id: 's2-respond', clause, on: 'escalation-requested', does: 'respond', within: working(20), stage: 'stage-2' },
    ],
    letters: [{ id: 'acknowledgement', must: [{ block: 'complaint-details', clause }] }],
    rules: [],
    records: [],
    reports: [],
    contacts: [],
    prompts: [],
    outside: [],
  };
}

/** One scenario a line, as in the other files. */
function scenarios(id: string): string {
  const routes = [
    {
      name: 'a first expression of dissatisfaction',
      signals: ['dissatisfaction'],
      mail: 'Write here what a resident would write.',
      route:
        'WRITE where the policy sends it, the plain name, and the clauses that say so: stage:stage-1 stage-1 3.1+3.3',
    },
    {
      name: 'not satisfied with the first answer',
      signals: ['dissatisfaction', 'not-satisfied-with-response'],
      route: 'WRITE: stage:stage-2 stage-2 7.5',
    },
  ];
  const dates = [
    {
      name: 'received before Easter',
      event: 'complaint-received',
      at: '2026-03-26T10:00:00+00:00',
      dates: [
        'WRITE every date that follows, counted by hand from the document: 7.2 acknowledge, its weekday and its day',
      ],
    },
  ];
  const findings = [`WRITE what "npm run duly -- policy check ${id}" says, once you have read it and agree`];
  const lines = (items: readonly unknown[]): string => items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  const sections = Object.entries({ routes, dates, findings }).map(
    ([section, items]) => `  ${JSON.stringify(section)}: [\n${lines(items)}\n  ]`,
  );
  return `{\n  "policy": ${JSON.stringify(id)},\n${sections.join(',\n')}\n}\n`;
}
