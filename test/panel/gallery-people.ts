import { toInstant } from '../../core/dates.ts';
import { emptyMessage, type Correspondent, type Message, type Span } from '../../core/message.ts';
import type { Signal } from '../../core/policy/signals.ts';
import type { Reading } from '../../core/reading/reading.ts';
import type { Findings, Flag, HazardKind, Intent, Speaker } from '../../core/triage/verdict.ts';

/*
 * The people of the mock-ups, their messages, and what a reader finds in them, word by word: the panel's tests say what is
 * found, so that they fail for the panel's faults and not for the reader's. All of it is invented.
 */

/** What is found in a message, by its own words. */
export interface Found {
  readonly confidence?: Findings['confidence'];
  readonly intent?: Intent;
  readonly flags?: readonly Flag[];
  readonly signals?: readonly Signal[];
  readonly speaker?: Speaker;
  /** Sentence, and the words in it that carried it. */
  readonly evidence?: readonly (readonly [sentence: string, ...words: string[]])[];
  readonly points?: readonly string[];
  readonly wants?: string;
  readonly hazards?: readonly (readonly [words: string, kind: HazardKind, urgency: 'now' | 'possible'])[];
  readonly safeguarding?: readonly string[];
  readonly people?: readonly (readonly [words: string, kind: 'vulnerable' | 'adjustment'])[];
  readonly category?: string;
}

export interface Person {
  readonly message: Message;
  readonly found: Found;
}

function message(
  id: string,
  name: string,
  {
    at,
    subject,
    text,
    ...more
  }: { readonly at: string | null; readonly subject: string; readonly text: string } & Partial<Message>,
): Message {
  const address = `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .trim()
    .split(' ')
    .slice(0, 3)
    .join('.')}@mail.example`;
  const from: Correspondent = { name, address };
  return {
    ...emptyMessage(),
    from,
    to: [{ name: 'Customer services', address: 'help@landlord.example' }],
    subject,
    text,
    receivedAt: at === null ? null : toInstant(at),
    receivedAtSource: at === null ? null : 'displayed',
    siteMessageId: id,
    threadId: id,
    ...more,
  };
}

const COMPLAINT: Found = { confidence: 'clear', intent: 'complaint', signals: ['dissatisfaction'] };

export const PEOPLE = {
  ruth: {
    message: message('ruth', 'Ruth Amankwah', {
      at: '2026-03-24T18:42:00+00:00',
      subject: 'Bathroom floor',
      text:
        'The flooring in my bathroom was taken up on 23 February and the fitter said he’d be back that Friday. Nobody came. ' +
        'I rang on 2, 9 and 16 March and each time I was promised a call back that never came. ' +
        'We’ve been washing at my sister’s for a month. I don’t think that’s good enough.\n\n' +
        'Please tell me when it will be finished, and I’d like something towards the bus fares.\n\n' +
        'Sent from my phone\n\n' +
        'On 20 March 2026 at 10:12, Customer services <help@landlord.example> wrote:\n> Thank you for your message.\n',
    }),
    found: {
      ...COMPLAINT,
      category: 'broken-promise',
      evidence: [
        [
          'I rang on 2, 9 and 16 March and each time I was promised a call back that never came.',
          'a call back that never came',
        ],
        ['I don’t think that’s good enough.', 'good enough'],
      ],
      points: [
        'The flooring in my bathroom was taken up on 23 February and the fitter said he’d be back that Friday.',
        'I rang on 2, 9 and 16 March and each time I was promised a call back that never came.',
        'We’ve been washing at my sister’s for a month.',
      ],
      wants: 'tell me when it will be finished, and I’d like something towards the bus fares',
    },
  },
  marek: {
    message: message('marek', 'Marek Dąbrowski', {
      at: '2026-03-25T07:50:00+00:00',
      subject: 'Alarm going off AGAIN – nobody has come',
      text:
        'The carbon monoxide alarm in the hall has gone off twice since Sunday. I rang your out of hours line both times and ' +
        'was told to open a window. We have a six week old baby. Nobody has been to look at the boiler and I am really worried.',
    }),
    found: {
      ...COMPLAINT,
      signals: ['dissatisfaction', 'health-safety', 'emergency-hazard'],
      flags: ['health_safety', 'vulnerable'],
      evidence: [['I rang your out of hours line both times and was told to open a window.', 'told to open a window']],
      points: [
        'I rang your out of hours line both times and was told to open a window.',
        'Nobody has been to look at the boiler and I am really worried.',
      ],
      hazards: [['carbon monoxide alarm', 'carbon-monoxide', 'now']],
      people: [['six week old baby', 'vulnerable']],
    },
  },
  bethan: {
    message: message('bethan', 'Bethan Howells', {
      at: '2026-03-24T11:15:00+00:00',
      subject: 'Mrs Edith Calloway, 9 Tern House',
      text:
        'I am writing for Mrs Calloway. She is deaf and cannot use the phone. She has told the scheme manager three times about ' +
        'the front door, which does not lock. The man who collects her pension keeps her card and she is frightened to ask.',
    }),
    found: {
      confidence: 'likely',
      intent: 'complaint',
      speaker: 'on-behalf',
      flags: ['safeguarding', 'representative', 'adjustment'],
      signals: ['dissatisfaction', 'still-dissatisfied', 'safeguarding'],
      evidence: [
        [
          'She has told the scheme manager three times about the front door, which does not lock.',
          'told the scheme manager three times',
        ],
      ],
      points: ['She has told the scheme manager three times about the front door, which does not lock.'],
      safeguarding: ['keeps her card'],
      people: [['deaf and cannot use the phone', 'adjustment']],
    },
  },
  col: {
    message: message('col', 'Col Fairweather', {
      at: '2026-03-20T14:03:00+00:00',
      subject: 'Fence',
      text: 'Hi, just wondering if there’s any news on the fence? It was a while ago now that I reported it. Thanks, Col',
    }),
    found: {
      confidence: 'unsure',
      intent: 'chaser',
      signals: ['dissatisfaction', 'still-dissatisfied'],
      evidence: [['It was a while ago now that I reported it.', 'a while ago now']],
      points: ['It was a while ago now that I reported it.'],
      wants: 'any news on the fence',
    },
  },
  femi: {
    message: message('femi', 'Femi Oyelaran', {
      at: '2026-03-25T08:31:00+00:00',
      subject: 'Dripping tap',
      text: 'Morning, the kitchen tap has started dripping since last night. Could somebody take a look? I’m in most mornings.',
    }),
    found: {
      confidence: 'clear',
      intent: 'service_request',
      signals: ['first-request'],
      evidence: [['Morning, the kitchen tap has started dripping since last night.', 'has started']],
      wants: 'Could somebody take a look?',
    },
  },
  ingrid: {
    message: message('ingrid', 'Ingrid Sorensen-Vale', {
      at: '2026-03-25T09:02:00+00:00',
      subject: 'Thank you!',
      text: 'Just to say the new windows are lovely and the lads left no mess at all. I wasn’t unhappy before but I’m delighted now.',
    }),
    found: { confidence: 'clear', intent: 'compliment' },
  },
  rhiannon: {
    message: message('rhiannon', 'Rhiannon Gwynne-Prydderch', {
      at: '2026-03-25T07:12:00+00:00',
      subject: 'Cwyn am y gwres – dim ateb ers mis Chwefror',
      text: 'Rwyf wedi ffonio dair gwaith ac nid oes neb wedi dod. Nid oes gwres yn y tŷ ers mis Chwefror ac mae’r plant yn oer iawn.',
    }),
    found: { confidence: 'not-read' },
  },
  sunita: {
    message: message('sunita', 'Sunita Rao', {
      at: null,
      subject: 'Scaffold still up',
      text: 'Scaffold has been up since October and nobody is working on it. We were told it would be down by Christmas.',
      receivedAtChoices: [toInstant('2026-02-03T12:00:00Z'), toInstant('2026-03-02T12:00:00Z')],
    }),
    found: {
      ...COMPLAINT,
      category: 'broken-promise',
      evidence: [['We were told it would be down by Christmas.', 'told it would be down']],
      points: [
        'Scaffold has been up since October and nobody is working on it.',
        'We were told it would be down by Christmas.',
      ],
    },
  },
  tomasz: {
    message: message('tomasz', 'Tomasz Wieczorek', {
      at: '2026-03-18T17:05:00+00:00',
      subject: 'Boiler service, missed for the third time',
      text: 'Nobody came to service my boiler on 4, 11 and 18 March. I took unpaid leave each time.',
    }),
    found: {
      ...COMPLAINT,
      evidence: [['Nobody came to service my boiler on 4, 11 and 18 March.', 'Nobody came']],
      points: ['Nobody came to service my boiler on 4, 11 and 18 March.', 'I took unpaid leave each time.'],
    },
  },
  hannah: {
    message: message('hannah', 'Hannah Adeyemi', {
      at: '2026-02-20T10:00:00+00:00',
      subject: 'Damp in the back bedroom: your answer',
      text: 'Your answer does not deal with the wall. I want it looked at again.',
    }),
    found: { ...COMPLAINT, points: ['Your answer does not deal with the wall.'], wants: 'I want it looked at again' },
  },
  colin: {
    message: message('colin', 'Colin Adebayo-Hurst', {
      at: '2026-03-24T16:20:00+00:00',
      subject: 'Re: Your complaint about the door entry',
      text:
        'I’ve read Priya’s letter twice. It doesn’t answer the half of what I asked. Please take it further. ' +
        'Who decided not to replace the panel, and what about the nights the door stood open?',
    }),
    found: {
      ...COMPLAINT,
      intent: 'escalation',
      signals: ['dissatisfaction', 'not-satisfied-with-response'],
      evidence: [['It doesn’t answer the half of what I asked.', 'doesn’t answer the half of what I asked']],
      points: ['Who decided not to replace the panel, and what about the nights the door stood open?'],
    },
  },
  sandpiper: {
    message: message('sandpiper', 'Sandpiper Law for Joel Nkemelu', {
      at: '2026-03-23T09:47:00+00:00',
      subject: 'Nkemelu: claim issued; and the lift at Curlew House',
      text:
        'We have issued a claim in the county court about the flood of 2 December. Separately, the lift has been out for six ' +
        'weeks and nobody tells us anything.',
      attachments: ['particulars of claim.pdf', 'lift log.xlsx'],
    }),
    found: {
      confidence: 'likely',
      intent: 'legal',
      speaker: 'solicitor',
      signals: ['dissatisfaction', 'claim-issued', 'lawyer'],
      evidence: [['We have issued a claim in the county court about the flood of 2 December.', 'have issued a claim']],
      points: ['the lift has been out for six weeks and nobody tells us anything'],
    },
  },
  llinos: {
    message: message(
      'llinos',
      'Llinos Mererid Prydderch-Featherstonehaugh-Williams for the Residents’ Association of Llanfairpwllgwyngyll Court',
      {
        at: '2026-03-24T23:59:00+00:00',
        subject:
          'FW: RE: Re: [EXTERNAL] Gwres canolog a dŵr poeth / central heating and hot water at Llanfairpwllgwyngyll Court, ' +
          'blocks A–F, third winter running, please do not close this ticket again (ref HSG/2025/REP/0048213-B)',
        text:
          'We have had no heating since Friday night and several of us are over eighty. This is the third winter running and ' +
          'every time the job is closed without anybody visiting, see ' +
          'https://portal.mail.example/requests/0048213-B/closed?reason=no-access-recorded-by-operative',
      },
    ),
    found: {
      confidence: 'likely',
      intent: 'complaint',
      signals: ['dissatisfaction', 'health-safety', 'emergency-hazard', 'group'],
      evidence: [
        [
          'This is the third winter running and every time the job is closed without anybody visiting, see https://portal.mail.example/requests/0048213-B/closed?reason=no-access-recorded-by-operative',
          'closed without anybody visiting',
        ],
      ],
      points: ['This is the third winter running and every time the job is closed without anybody visiting'],
      hazards: [['no heating since Friday night', 'no-heating', 'possible']],
      people: [['over eighty', 'vulnerable']],
    },
  },
  mallory: {
    message: message('mallory', '<img src=x onerror="document.title=\'taken\'">', {
      at: '2026-03-25T08:00:00+00:00',
      subject: '</bdi><script>document.title="taken"</script>\u202egnp.exe',
      text:
        '<a href="javascript:document.title=\'taken\'">This is a disgrace</a> {{ officer.phone }} {% raw %} ' +
        '<style>body{display:none}</style> Nobody came. https://evil.example/?q=<b>bold</b> ' +
        '<script>document.title="taken"</script>',
      attachments: ['<svg onload=alert(1)>.svg'],
    }),
    found: {
      ...COMPLAINT,
      evidence: [['<a href="javascript:document.title=\'taken\'">This is a disgrace</a>', 'disgrace']],
      points: ['<a href="javascript:document.title=\'taken\'">This is a disgrace</a>', '{{ officer.phone }}'],
      wants: '<script>document.title="taken"</script>',
    },
  },
} satisfies Record<string, Person>;

export type PersonName = keyof typeof PEOPLE;

/** What is found, as findings of the reading: every text at its place in the message. */
export function findingsOf({ message: { text }, ...reading }: Reading, found: Found): Findings {
  const span = (words: string): Span => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`the message doesn’t say ${JSON.stringify(words)}`);
    return { text: words, start, end: start + words.length };
  };
  const signals = new Set(found.signals);
  const isFound = signals.has('dissatisfaction');
  return {
    dissatisfaction: { found: isFound, probability: isFound ? 0.98 : 0.02 },
    confidence: found.confidence ?? 'clear',
    intent: found.intent ?? 'other',
    flags: found.flags ?? [],
    hazards: (found.hazards ?? []).map(([words, kind, urgency]) => ({ ...span(words), kind, urgency })),
    safeguarding: (found.safeguarding ?? []).map(span),
    people: (found.people ?? []).map(([words, kind]) => ({ ...span(words), kind })),
    speaker: found.speaker ?? 'resident',
    language: reading.language,
    evidence: (found.evidence ?? []).map(([sentence, ...words]) => ({ ...span(sentence), words: words.map(span) })),
    points: (found.points ?? []).map((words) => ({ ...span(words), short: words })),
    choice: found.flags?.includes('formal') ? 'asked' : null,
    wants: found.wants === undefined ? null : span(found.wants),
    category: found.category ?? null,
    ageMonths: null,
    signals,
    readers: { linear: 0.98, neural: null },
    delivered: { probability: 0.98, readers: 'first' },
  };
}
