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
  /**
   * The scores of a message; null where another was asked for before its turn came: nobody looks at it any more. Rejects
   * where the reader can't be had or fails: the first reading stands then.
   */
  scores(question: ReaderQuestion): Promise<NeuralScores | null>;
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

interface Asked {
  readonly question: ReaderQuestion;
  readonly resolve: (scores: NeuralScores | null) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The reader behind a worker. The worker is started by the first question, and started anew by the next one after it broke.
 * One message is read at a time, and one waits: the latest, since who goes quickly through a list looks at the last of it.
 */
export function readerInWorker(start: () => WorkerLike): NeuralReader {
  let worker: WorkerLike | null = null;
  let id = 0;
  let read: Asked | null = null;
  let waiting: Asked | null = null;
  let late: ReturnType<typeof setTimeout> | undefined;

  const end = (): Asked | null => {
    clearTimeout(late);
    const ended = read;
    read = null;
    return ended;
  };
  const breakDown = (because: string): void => {
    worker?.terminate();
    worker = null;
    end()?.reject(new Error(because));
    next();
  };
  const started = (): WorkerLike => {
    if (worker) return worker;
    const fresh = start();
    worker = fresh;
    fresh.onmessage = ({ data }) => {
      if (data.id !== id || worker !== fresh) return;
      const one = end();
      if ('scores' in data) one?.resolve(data.scores);
      else one?.reject(new Error(data.failed));
      next();
    };
    fresh.onerror = (event) => {
      if (worker === fresh) breakDown(event.message || 'the neural reader stopped');
    };
    return fresh;
  };
  const next = (): void => {
    if (read || !waiting) return;
    read = waiting;
    waiting = null;
    late = setTimeout(() => breakDown('the neural reader didn’t answer'), PATIENCE);
    try {
      started().postMessage({ id: ++id, question: read.question });
    } catch (error) {
      breakDown(reasonOf(error));
    }
  };

  return {
    scores: (question) =>
      new Promise((resolve, reject) => {
        waiting?.resolve(null);
        waiting = { question, resolve, reject };
        next();
      }),
  };
}
