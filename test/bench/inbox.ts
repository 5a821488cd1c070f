import { readFileSync } from 'node:fs';
import { toInstant } from '../../core/dates.ts';
import { emptyMessage, type Channel, type Message } from '../../core/message.ts';
import { correspondentOf } from '../../core/reading/own-domains.ts';
import type { Flag, Intent, Speaker } from '../../core/triage/verdict.ts';

/** A message of test/inbox with its labels (see test/inbox/README.md). */
export interface Labelled {
  readonly id: string;
  /** The file that it stands in: its writer. */
  readonly writer: string;
  readonly message: Message;
  readonly dissatisfaction: boolean;
  readonly intent: Intent;
  readonly flags: readonly Flag[];
  readonly speaker: Speaker | null;
  readonly evidence: readonly string[];
  readonly wants: string | null;
  /** What each policy makes of it, by its id; only of the first three files. */
  readonly routes: Readonly<Record<string, string>>;
}

/** One sentence of the two banks. */
export interface LabelledSentence {
  readonly text: string;
  readonly dissatisfied: boolean;
  readonly type: string;
  /** Sentences of the same set share subject and wording. */
  readonly bank: 'sentences' | 'contrast';
}

interface Line {
  readonly id: string;
  readonly channel?: Channel;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly date: string;
  readonly body: string;
  readonly dissatisfaction: boolean;
  readonly intent: Intent;
  readonly flags: readonly Flag[];
  readonly speaker?: Speaker;
  readonly evidence: readonly string[];
  readonly wants: string | null;
  readonly routes?: Readonly<Record<string, { readonly route: string }>>;
}

const folder = new URL('test/inbox/', `file://${process.cwd()}/`);

function linesOf(file: string): readonly unknown[] {
  return readFileSync(new URL(`${file}.jsonl`, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

/** The messages of one file, in its order. */
export function labelled(writer: string): readonly Labelled[] {
  return (linesOf(writer) as readonly Line[]).map((line) => ({
    id: line.id,
    writer,
    message: {
      ...emptyMessage(),
      channel: line.channel ?? 'email',
      from: line.from,
      to: line.to.map(correspondentOf),
      cc: line.cc.map(correspondentOf),
      subject: line.subject,
      text: line.body,
      receivedAt: toInstant(line.date),
      receivedAtSource: 'header',
    },
    dissatisfaction: line.dissatisfaction,
    intent: line.intent,
    flags: line.flags,
    speaker: line.speaker ?? null,
    evidence: line.evidence,
    wants: line.wants,
    routes: Object.fromEntries(Object.entries(line.routes ?? {}).map(([policy, { route }]) => [policy, route])),
  }));
}

/** The sentences of both banks. */
export function labelledSentences(): readonly LabelledSentence[] {
  const bank = (file: string, name: LabelledSentence['bank']): readonly LabelledSentence[] =>
    (linesOf(file) as readonly { text: string; label: number; type?: string }[]).map(({ text, label, type }) => ({
      text,
      dissatisfied: label === 1,
      type: type ?? name,
      bank: name,
    }));
  return [...bank('sentences', 'sentences'), ...bank('sentences-contrast', 'contrast')];
}
