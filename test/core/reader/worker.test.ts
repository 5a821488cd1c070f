import { describe, expect, test, vi } from 'vitest';
import {
  readerInWorker,
  type WorkerAnswer,
  type WorkerLike,
  type WorkerQuestion,
} from '../../../core/reader/reader.ts';
import type { ReaderQuestion } from '../../../core/reader/question.ts';
import type { NeuralScores } from '../../../core/triage/verdict.ts';

const question: ReaderQuestion = {
  input: { head: '', text: 'Nobody came.', parts: [{ text: 'Nobody came.', start: 0, end: 12 }], context: '' },
  sentences: [],
  telling: [],
};
const scores = (probability: number): NeuralScores => ({
  probability,
  sentences: [],
  intents: {},
  flags: {},
  speakers: {},
});

/** Workers that a test answers for, in the order in which they were started. */
function workers(): {
  readonly started: (WorkerLike & { asked: WorkerQuestion[]; isOver: boolean })[];
  readonly start: () => WorkerLike;
} {
  const started: (WorkerLike & { asked: WorkerQuestion[]; isOver: boolean })[] = [];
  return {
    started,
    start: () => {
      const worker = {
        asked: [] as WorkerQuestion[],
        isOver: false,
        onmessage: null as WorkerLike['onmessage'],
        onerror: null as WorkerLike['onerror'],
        postMessage: (asked: WorkerQuestion) => void worker.asked.push(asked),
        terminate: () => void (worker.isOver = true),
      };
      started.push(worker);
      return worker;
    },
  };
}
const answer = (worker: WorkerLike | undefined, data: WorkerAnswer): void =>
  worker?.onmessage?.({ data } as MessageEvent<WorkerAnswer>);

describe('the neural reader behind its worker', () => {
  test('is started by the first question, once, and each answer finds its question', async () => {
    const { started, start } = workers();
    const reader = readerInWorker(start);
    expect(started).toEqual([]);
    const [first, second] = [reader.scores(question), reader.scores(question)];
    expect(started.length).toBe(1);
    const [asked] = started;
    answer(asked, { id: 1, scores: scores(0.1) });
    expect((await first)?.probability).toBe(0.1);
    answer(asked, { id: 2, scores: scores(0.2) });
    expect((await second)?.probability).toBe(0.2);
    expect(started.length).toBe(1);
  });

  test('reads the message that is looked at last, and none of those that were passed over meanwhile', async () => {
    const { started, start } = workers();
    const reader = readerInWorker(start);
    const asked = ['first', 'passed over', 'passed over too', 'last'].map((head) =>
      reader.scores({ ...question, input: { ...question.input, head } }),
    );
    answer(started[0], { id: 1, scores: scores(0.1) });
    answer(started[0], { id: 2, scores: scores(0.4) });
    expect((await Promise.all(asked)).map((one) => one?.probability ?? null)).toEqual([0.1, null, null, 0.4]);
    expect(started[0]?.asked.map((one) => one.question.input.head)).toEqual(['first', 'last']);
  });

  test('that fails on one message says so of that one alone', async () => {
    const { started, start } = workers();
    const reader = readerInWorker(start);
    const first = reader.scores(question);
    answer(started[0], { id: 1, failed: 'no memory' });
    await expect(first).rejects.toThrow('no memory');
    const second = reader.scores(question);
    answer(started[0], { id: 2, scores: scores(0.3) });
    expect((await second)?.probability).toBe(0.3);
  });

  test('that breaks is started anew by the next question', async () => {
    const { started, start } = workers();
    const reader = readerInWorker(start);
    const first = reader.scores(question);
    started[0]?.onerror?.({ message: 'out of memory' } as ErrorEvent);
    await expect(first).rejects.toThrow('out of memory');
    expect(started[0]?.isOver).toBe(true);
    void reader.scores(question).catch(() => undefined);
    expect(started.length).toBe(2);
  });

  test('that never answers is given up', async () => {
    vi.useFakeTimers();
    const { started, start } = workers();
    const late = readerInWorker(start).scores(question);
    const told = expect(late).rejects.toThrow('didn’t answer');
    await vi.advanceTimersByTimeAsync(20_001);
    await told;
    expect(started[0]?.isOver).toBe(true);
    vi.useRealTimers();
  });

  test('that can’t be started leaves the first reading', async () => {
    const reader = readerInWorker(() => {
      throw new Error('no workers here');
    });
    await expect(reader.scores(question)).rejects.toThrow('no workers here');
  });
});
