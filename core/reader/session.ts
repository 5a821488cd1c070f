import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { NeuralScores } from '../triage/verdict.ts';
import type { ReaderCard } from './card.ts';
import type { ReaderQuestion } from './question.ts';
import { scoresOf, type WindowScores } from './scores.ts';
import { windowsOf, type Window } from './windows.ts';
import { vocabularyOf } from './word-pieces.ts';

/** The files that a model is. */
export interface ReaderFiles {
  /** `reader.onnx`: the weights. */
  readonly model: Uint8Array;
  /** `vocabulary.txt`: a piece a line. */
  readonly vocabulary: string;
  readonly card: ReaderCard;
}

/** Answers one question. Rejects where the model fails. */
export type Ask = (question: ReaderQuestion) => Promise<NeuralScores>;

/**
 * Opens the model on one thread of WebAssembly; nothing is fetched but, in a page, the runtime's own files from the package.
 * Throws where the files don't belong together.
 */
export async function openReader(
  { model, vocabulary, card }: ReaderFiles,
  runtime: { readonly wasm: string; readonly mjs: string } | null = null,
): Promise<Ask> {
  const lines = vocabulary.split('\n').filter((line) => line !== '');
  if (lines.length !== card.pieces)
    throw new Error(`the neural reader's vocabulary has ${String(lines.length)} pieces, not ${String(card.pieces)}`);
  const known = vocabularyOf(lines);
  // More threads need a page that is isolated from all others, which the hosts' pages aren't.
  env.wasm.numThreads = 1;
  if (runtime) env.wasm.wasmPaths = runtime;
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'], logSeverityLevel: 3 });

  return async (question) => {
    const { input, sentences, telling } = question;
    const windows = windowsOf(input, known, tellingIn(sentences, telling, input.parts));
    const read: { window: Window; scores: WindowScores }[] = [];
    for (const window of windows) read.push({ window, scores: await scoresOfWindow(session, window) });
    return scoresOf(question, read, card);
  };
}

async function scoresOfWindow(session: InferenceSession, { ids, types }: Window): Promise<WindowScores> {
  const out = await session.run({
    ids: new Tensor('int32', Int32Array.from(ids), [1, ids.length]),
    types: new Tensor('int32', Int32Array.from(types), [1, types.length]),
  });
  const numbers = (name: string): Float32Array => {
    const data = out[name]?.data;
    if (!(data instanceof Float32Array)) throw new Error(`the neural reader gave no ${name}`);
    return data;
  };
  return {
    dissatisfaction: numbers('dissatisfaction')[0] ?? 0,
    intents: numbers('intents'),
    flags: numbers('flags'),
    speakers: numbers('speakers'),
    evidence: numbers('evidence'),
  };
}

/** How much the linear reader saw in a stretch of the input: its most telling sentence there. */
function tellingIn(
  sentences: ReaderQuestion['sentences'],
  telling: readonly number[],
  parts: ReaderQuestion['input']['parts'],
): (start: number, end: number) => number {
  let from = 0;
  const places = parts.map(({ start, end }) => {
    const at = from;
    from += end - start + 1;
    return { start, end, at };
  });
  const within = sentences.map(({ start, end }, index) => {
    const part = places.find((one) => start >= one.start && start < one.end);
    const moved = part ? part.at - part.start : 0;
    return { start: start + moved, end: end + moved, tells: telling[index] ?? 0 };
  });
  return (start, end) =>
    within.reduce(
      (most, one) => (one.start < end && one.end > start ? Math.max(most, one.tells) : most),
      Number.NEGATIVE_INFINITY,
    );
}
