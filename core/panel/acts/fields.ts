import { lowerFirst } from '../../date-words.ts';
import { currentStage, type CaseFile } from '../../case/case-file.ts';
import { isoDateOrNull, type IsoDate } from '../../dates.ts';
import { stageById, type Policy } from '../../policy/policy.ts';
import { answered, type ActCase, type ActField, type ActOption, type Answers } from './act.ts';

/** How something reached the resident, as an entry keeps it. */
export const CHANNELS = ['phone', 'visit', 'email', 'post', 'other'] as const;
export type ChannelOut = (typeof CHANNELS)[number];

const CHANNEL_TITLES: Readonly<Record<ChannelOut, string>> = {
  phone: 'By phone',
  visit: 'In person',
  email: 'By email',
  post: 'By post',
  other: 'Another way',
};

/** How it was done; `first` stands at the top of the list. */
export function channelField(first: ChannelOut, label = 'How?'): ActField {
  const order = [first, ...CHANNELS.filter((one) => one !== first)];
  return { kind: 'list', id: 'channel', label, options: order.map((id) => option(id, CHANNEL_TITLES[id])) };
}

/** The channel that was chosen. */
export function channelOf(answers: Answers, otherwise: ChannelOut): ChannelOut {
  const chosen = answered(answers, 'channel');
  return CHANNELS.find((one) => one === chosen) ?? otherwise;
}

/** One thing to choose from. */
export function option(id: string, title: string, note = ''): ActOption {
  return { id, title, note };
}

/** A question that is answered in a few lines. */
export function text(
  id: string,
  label: string,
  more: { readonly hint?: string; readonly isOptional?: boolean } = {},
): ActField {
  return { kind: 'text', id, label, ...more };
}

/** A question that is answered in one line. */
export function line(
  id: string,
  label: string,
  more: { readonly hint?: string; readonly isOptional?: boolean } = {},
): ActField {
  return { kind: 'line', id, label, ...more };
}

/** A day that is asked for. */
export function day(
  id: string,
  label: string,
  more: { readonly hint?: string; readonly isOptional?: boolean } = {},
): ActField {
  return { kind: 'day', id, label, ...more };
}

/** Radio cards. */
export function cards(id: string, label: string, options: readonly ActOption[], hint?: string): ActField {
  return { kind: 'cards', id, label, options, ...(hint === undefined ? {} : { hint }) };
}

/** The day that was answered; null where it is none. */
export function dayOf(answers: Answers, id: string): IsoDate | null {
  return isoDateOrNull(answered(answers, id));
}

/** Whole pence from pounds as people write them: 75, £75.50; null for anything else. */
export function penceOf(text: string): number | null {
  const [, pounds, pence = ''] = /^£?\s?(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(',', '')) ?? [];
  if (pounds === undefined) return null;
  return Number(pounds) * 100 + Number(pence.padEnd(2, '0') || 0);
}

/** Money as people write it: £75, £75.50. */
export function poundsOf(pence: number): string {
  const pounds = Math.floor(pence / 100).toLocaleString('en-GB');
  return pence % 100 === 0 ? `£${pounds}` : `£${pounds}.${String(pence % 100).padStart(2, '0')}`;
}

/** Whether the case is a complaint at a stage, and still open. */
export function isAtStage({ file }: ActCase): boolean {
  return file.closed === null && currentStage(file) !== null;
}

/** Whether nothing has ended the case. */
export function isOpen({ file }: ActCase): boolean {
  return file.closed === null;
}

/** The id of the stage that the case is at; empty for a case at none. */
export function stageIdOf(file: CaseFile): string {
  return currentStage(file)?.stage ?? '';
}

/** The name of a stage within a sentence: "stage one". */
export function stageName(policy: Policy, id: string): string {
  const found = policy.stages.some((stage) => stage.id === id) ? stageById(policy, id).name : id;
  return lowerFirst(found);
}
