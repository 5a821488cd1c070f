import { currentStage, type CaseFile } from '../case/case-file.ts';
import { handlersOf } from '../case/handlers.ts';
import { letterDate, listInWords } from '../date-words.ts';
import { localDate } from '../dates.ts';
import type { Channel } from '../message.ts';
import { stageById, type Policy } from '../policy/policy.ts';
import type { Stage } from '../policy/schema.ts';
import type { FieldSources } from './field-sources.ts';
import { greeted } from './greeted.ts';
import { stageOf } from './kinds.ts';
import { oneLine, sentence } from './plain-line.ts';
import { otherDayWritten, stageMessage, stageReceivedOn } from './stage-message.ts';

/** Texts by the path of their field; what isn’t known is not there. */
export type Texts = Readonly<Record<string, string | null | undefined>>;

/** What a letter can name of the case itself: who, what about, what was decided and agreed. */
export function caseValues({ file, policy, responsibility }: FieldSources): Texts {
  const stage = stageOf(file, policy);
  const record = currentStage(file);
  const [earlier] = record?.acknowledgements ?? [];
  const previous = file.stages.at(-2);
  const { representative, refusal, restriction, agreed, closed } = file;
  return {
    'resident.name': residentOf(file),
    'representative.name': representative && greeted(representative.name),
    'postal.address': addressOf(file),
    'case.reference': file.reference,
    'case.receivedOn': letterDate(stageReceivedOn(file)),
    'case.writtenOn': letterDate(otherDayWritten(file) ?? stageReceivedOn(file)),
    'case.channel': CHANNEL_WORDS[stageMessage(file)?.channel ?? 'email'],
    'case.stage': stage && inLetter(stage),
    wants: wantsOf(file),
    responsibility,
    'handler.name': file.handler ?? record?.reviewer,
    'earlier.sentOn': earlier && letterDate(localDate(earlier.at)),
    'earlier.promisedBy': earlier?.promisedBy && letterDate(earlier.promisedBy),
    'previous.handler': listInWords([...new Set(file.stages.slice(0, -1).flatMap(handlersOf))]),
    'previous.stage': previous && inLetter(stageById(policy, previous.stage)),
    'previous.answeredOn': previous?.response && letterDate(localDate(previous.response.sentAt)),
    learning: file.learning.map(sentence).join(' '),
    'refusal.reason': refusal && sentence(refusal.reason),
    'signpost.reason': refusal && sentence(refusal.reason),
    'refusal.clause': clauseWords(file, policy),
    'refusal.considered': refusal?.considered && sentence(refusal.considered),
    'refusal.accepted': acceptedOf(file),
    'agreed.what': agreed && sentence(agreed.what),
    'agreed.by': agreed?.by && letterDate(agreed.by),
    'panel.members': listInWords(record?.panelMembers ?? []),
    'panel.on': record?.panelOn && letterDate(record.panelOn),
    // A merged complaint, and one not taken, have letters of their own; their reasons aren't how it ended.
    'closing.reason':
      closed && (closed.how === 'resolved' || closed.how === 'withdrawn') ? sentence(closed.reason) : '',
    'restriction.what': restriction && sentence(restriction.what),
    'restriction.reason': restriction && sentence(restriction.reason),
  };
}

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  email: 'email',
  'crm-note': 'call',
  'web-form': 'form',
  letter: 'letter',
  'social-dm': 'message',
  voicemail: 'voicemail',
  chat: 'chat',
  sms: 'text message',
  phone: 'call',
  visit: 'visit',
};

/** A stage as a letter names it: "stage 1", without what the policy's heading adds to it. */
export function inLetter({ name }: Stage): string {
  return (name.split(/ [–(]/)[0] ?? name).toLowerCase();
}

/** The resident; not the one who writes for them, where the case knows only that one. */
function residentOf({ complainant, representative }: CaseFile): string | null {
  const name = complainant?.name ?? '';
  return representative && representative.name === name ? null : greeted(name);
}

/** A postal address that came with the message; an email address is none. */
function addressOf({ complainant, representative }: CaseFile): string | null {
  const address = (representative ?? complainant)?.address ?? '';
  return address.includes('@') ? null : address;
}

/** The outcome wanted: in quotation marks where it is the resident's own sentence. */
function wantsOf({ wants, messages }: CaseFile): string | null {
  if (wants === null || oneLine(wants) === '') return null;
  return messages.some(({ text }) => text.includes(wants.trim())) ? `“${oneLine(wants)}”` : sentence(wants);
}

/** What the policy's own words say about a matter that isn't taken: a quotation only where they are quoted. */
function clauseWords(file: CaseFile, policy: Policy): string | null {
  const named = file.refusal?.clauses ?? [];
  const ofRoute = (file.route?.clauses ?? []).filter((id) => id.startsWith(`${policy.id}/`));
  const ids = named.length > 0 ? named : ofRoute;
  const texts = ids.flatMap((id) => policy.clauses[id.slice(id.indexOf('/') + 1)] ?? policy.clauses[id] ?? []);
  const [first] = texts;
  if (!first) return null;
  return 'quote' in first ? `“${itsOwnPart(first.quote)}”` : sentence(first.paraphrase);
}

/** What is taken up of a message of which a part isn't, in the resident's words where they are at hand. */
function acceptedOf({ refusal, points }: CaseFile): string | null {
  if (!refusal?.isPart || points.length === 0) return null;
  return points.map(({ text, quoted }) => (quoted ? `“${oneLine(text)}”` : sentence(text))).join(' ');
}

/** Of a clause that begins a list and gives one item of it, the item: the rest is no answer to this resident. */
function itsOwnPart(quote: string): string {
  const line = oneLine(quote);
  const item = line.includes('[…]')
    ? line.slice(line.lastIndexOf('[…]') + 3).trim()
    : line.replace(/^[^:]{0,200}: /, '');
  const plain = item.replace(/[;,]?(?: and\/or| and| or)?$/, '');
  return item === line ? plain : `… ${plain}`;
}
