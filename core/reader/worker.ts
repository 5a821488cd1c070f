/// <reference lib="webworker" />
import mjsUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { reasonOf } from '../errors.ts';
import { readerCard } from './card.ts';
import type { WorkerAnswer, WorkerQuestion } from './reader.ts';
import { openReader, type Ask } from './session.ts';
import card from './weights/card.json' with { type: 'json' };
import modelUrl from './weights/reader.onnx?url';
import vocabularyUrl from './weights/vocabulary.txt?url';

/*
 * The neural reader's own thread. It opens the model as soon as it starts, from the package's own files, and answers one
 * question after the other.
 */

const opened: Promise<Ask> = open();
// Whoever asks is told; nobody may have asked yet.
opened.catch(() => undefined);

async function open(): Promise<Ask> {
  const [model, vocabulary] = await Promise.all([
    file(modelUrl).then((response) => response.arrayBuffer()),
    file(vocabularyUrl).then((response) => response.text()),
  ]);
  return openReader(
    { model: new Uint8Array(model), vocabulary, card: readerCard(card) },
    { wasm: new URL(wasmUrl, self.location.href).href, mjs: new URL(mjsUrl, self.location.href).href },
  );
}

async function file(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error('a file of the neural reader is missing');
  return response;
}

let before: Promise<unknown> = opened;

self.onmessage = ({ data: { id, question } }: MessageEvent<WorkerQuestion>) => {
  before = before
    .catch(() => undefined)
    .then(async () => {
      try {
        const ask = await opened;
        answer({ id, scores: await ask(question) });
      } catch (error) {
        answer({ id, failed: reasonOf(error) });
      }
    });
};

function answer(of: WorkerAnswer): void {
  self.postMessage(of);
}
