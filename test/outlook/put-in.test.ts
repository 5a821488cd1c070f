import { afterEach, expect, test, vi } from 'vitest';

import { insertLetter, insertParagraph } from '../../core/panel/check/insert.ts';
import type { CheckedView } from '../../core/panel/check/check-view.ts';
import { OutlookReply } from '../../outlook-addin/outlook-reply.ts';

/* Words go into the reply that was checked, at whatever moment Outlook opens another one, told or not. */

type Done = (answer: object) => void;

interface Draft {
  readonly name: string;
  readonly conversationId: string;
  text: string;
}

const RUTH = 'Dear Ruth, you will have our answer by 1 January 2025. Your rent account is 4711.';
const JO = 'Dear Jo, a draft of forty minutes.';

/** An Outlook that shows one draft, and another from its nth question on; what is asked is answered by what it shows. */
class Drafts {
  readonly ruth: Draft = { name: 'Ruth', conversationId: 'one', text: RUTH };
  readonly jo: Draft = { name: 'Jo', conversationId: 'two', text: JO };
  questions = 0;
  #shown = this.ruth;

  constructor(
    private readonly turnsAt: number,
    private readonly how: { readonly isTold: boolean; readonly isBeforeAnswer: boolean },
  ) {
    this.#tell(this.ruth);
  }

  #tell(draft: Draft): void {
    const people = (list: readonly string[]): object[] =>
      list.map((name) => ({ displayName: name, emailAddress: `${name.toLowerCase()}@mail.example` }));
    const item = {
      itemType: 'message',
      conversationId: draft.conversationId,
      subject: { getAsync: this.#asks(({ name }) => `Re: ${name}`) },
      to: { getAsync: this.#asks(({ name }) => people([name])) },
      cc: { getAsync: this.#asks(() => []) },
      body: {
        getTypeAsync: this.#asks(() => 'text'),
        getAsync: this.#asks(({ text }) => text),
        setAsync: this.#writes((_old, text) => text),
        prependAsync: this.#writes((old, text) => text + old),
        setSelectedDataAsync: this.#writes((old, text) => old + text),
      },
    };
    vi.stubGlobal('Office', { context: { mailbox: { item } } });
  }

  #asks(answer: (draft: Draft) => unknown) {
    return (...all: unknown[]): void => {
      this.#answered(all.at(-1) as Done, () => answer(this.#shown));
    };
  }

  #writes(change: (old: string, text: string) => string) {
    return (text: string, ...all: unknown[]): void => {
      this.#answered(all.at(-1) as Done, () => {
        this.#shown.text = change(this.#shown.text, text);
      });
    };
  }

  #answered(done: Done, act: () => unknown): void {
    const number = ++this.questions;
    queueMicrotask(() => {
      if (number === this.turnsAt && this.how.isBeforeAnswer) this.#turn();
      const value = act();
      if (number === this.turnsAt && !this.how.isBeforeAnswer) this.#turn();
      setTimeout(() => done({ status: 'succeeded', value }));
    });
  }

  #turn(): void {
    this.#shown = this.jo;
    if (this.how.isTold) this.#tell(this.jo);
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const REPLACES = { found: [{ text: '1 January 2025' }], insert: '10 April 2026' } as unknown as Parameters<
  typeof insertParagraph
>[2];
const LACKS = { found: [], insert: 'You can go to the Ombudsman.' } as unknown as Parameters<typeof insertParagraph>[2];
const LETTER = { subject: '', html: '<p>Dear Ruth, the letter</p>', text: 'Dear Ruth, the letter' };

interface Act {
  readonly name: string;
  readonly done: string;
  readonly act: (host: OutlookReply, noted: string[]) => Promise<string>;
}

const ACTS: readonly Act[] = [
  {
    name: 'a change',
    done: 'Put right in your reply.',
    act: async (host) => insertParagraph(host, await host.read(), REPLACES),
  },
  {
    name: 'a paragraph',
    done: 'The paragraph is where the cursor was in your reply.',
    act: async (host) => insertParagraph(host, await host.read(), LACKS),
  },
  {
    name: 'the letter',
    done: 'The letter is at the top of your reply.',
    act: async (host, noted) => {
      const reply = await host.read();
      const view = { reply, checked: { own: { draft: LETTER } }, at: { file: { id: 'case-1' } } };
      const noteInserted = (id: string): Promise<void> => Promise.resolve(void noted.push(id));
      return insertLetter({ host, noteInserted }, view as unknown as CheckedView);
    },
  },
];

const HOW = [
  { isTold: true, isBeforeAnswer: true },
  { isTold: true, isBeforeAnswer: false },
  { isTold: false, isBeforeAnswer: true },
  { isTold: false, isBeforeAnswer: false },
];

test.each(ACTS)(
  '$name goes into no other draft unsaid, whichever question the draft changes at',
  async ({ act, done }) => {
    const calm = new Drafts(0, { isTold: true, isBeforeAnswer: true });
    expect(await act(new OutlookReply(), [])).toContain(done);
    expect(calm.ruth.text).not.toBe(RUTH);
    let elsewhere = 0;
    for (const how of HOW)
      for (let at = 5; at <= calm.questions; at++) {
        const drafts = new Drafts(at, how);
        const noted: string[] = [];
        const said = await act(new OutlookReply(), noted);
        const moment = `${JSON.stringify(how)} at ${String(at)}: ${said}`;
        if (drafts.jo.text !== JO) {
          // Only where it turned while the write was on its way, or right before: then it is said where the words are.
          elsewhere++;
          expect(said, moment).toContain('went into another reply: the one to Jo, “Re: Jo”. Take it out there');
          expect(noted).toEqual([]);
        } else if (said.includes(done)) expect(drafts.ruth.text, moment).not.toBe(RUTH);
        if (drafts.ruth.text === RUTH) expect(said, moment).not.toContain(done);
      }
    // Told before the write nothing goes in; untold, the last answers before it can't know.
    expect(elsewhere).toBeLessThanOrEqual(11);
  },
);

test('a draft that is being written in at that moment is left alone', async () => {
  const drafts = new Drafts(0, HOW[0] ?? { isTold: true, isBeforeAnswer: true });
  const host = new OutlookReply();
  const reply = await host.read();
  const types = setInterval(() => (drafts.ruth.text += '.'), 0);
  expect(await insertParagraph(host, reply, LACKS)).toContain('Nothing was put in');
  clearInterval(types);
  expect(drafts.ruth.text).not.toContain('Ombudsman');
});
