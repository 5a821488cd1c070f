import { reasonOf } from '../errors.ts';
import type { NeuralScores } from '../triage/verdict.ts';
import type { ReaderQuestion } from './question.ts';

/** What the worker is sent, and answers. */
export interface WorkerQuestion {
  readonly id: number;
  readonly question: ReaderQuestion;
}
export type WorkerAnswer =
  { readonly id: number; readonly scores: NeuralScores } | { readonly id: number; readonly failed: string };

/** The neural reader as the panel knows it. */
export interface NeuralReader {
  /** The scores of a message. Rejects where the reader can't be had or fails: the first reading stands then. */
  scores(question: ReaderQuestion): Promise<NeuralScores>;
}

/** A worker as far as it is used here. */
export interface WorkerLike {
  postMessage(question: WorkerQuestion): void;
  onmessage: ((event: MessageEvent<WorkerAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/** Longer than this no answer is waited for. */
const PATIENCE = 20_000;

/**
 * The reader behind a worker. The worker is started by the first question, and started anew by the next one after it broke;
 * messages are read one at a time, in the order that they were asked for.
 */
export function readerInWorker(start: () => WorkerLike): NeuralReader {
  let worker: WorkerLike | null = null;
  let next = 0;
  const waiting = new Map<number, { resolve: (scores: NeuralScores) => void; reject: (error: Error) => void }>();

  const breakDown = (because: string): void => {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error(because));
    waiting.clear();
  };
  const started = (): WorkerLike => {
    if (worker) return worker;
    worker = start();
    worker.onmessage = ({ data }) => {
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if ('scores' in data) one?.resolve(data.scores);
      else one?.reject(new Error(data.failed));
    };
    worker.onerror = (event) => breakDown(event.message || 'the neural reader stopped');
    return worker;
  };

  return {
    scores: (question) =>
      new Promise((resolve, reject) => {
        const id = ++next;
        const late = setTimeout(() => {
          if (waiting.has(id)) breakDown('the neural reader didn’t answer');
        }, PATIENCE);
        const settled = <T>(settle: (value: T) => void) => {
          return (value: T): void => {
            clearTimeout(late);
            settle(value);
          };
        };
        waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
        try {
          started().postMessage({ id, question });
        } catch (error) {
          breakDown(reasonOf(error));
        }
      }),
  };
}
