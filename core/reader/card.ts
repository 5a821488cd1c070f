import { FLAGS, INTENTS, SPEAKERS, type Flag, type Intent, type Speaker } from '../triage/verdict.ts';

/** What is shipped beside the model's weights: which file it is, and what its heads are called, in their order. */
export interface ReaderCard {
  /** Of `reader.onnx`, in hexadecimal. */
  readonly sha256: string;
  /** How many pieces its vocabulary has. */
  readonly pieces: number;
  readonly intents: readonly Intent[];
  readonly flags: readonly Flag[];
  readonly speakers: readonly Speaker[];
}

/** A card from its file. Throws where it names a head that triage doesn't know, or lacks one. */
export function readerCard(file: {
  readonly sha256: string;
  readonly pieces: number;
  readonly intents: readonly string[];
  readonly flags: readonly string[];
  readonly speakers: readonly string[];
}): ReaderCard {
  return {
    sha256: file.sha256,
    pieces: file.pieces,
    intents: named('intents', file.intents, INTENTS),
    flags: named('flags', file.flags, FLAGS),
    speakers: named('speakers', file.speakers, SPEAKERS),
  };
}

function named<T extends string>(heads: string, names: readonly string[], known: readonly T[]): readonly T[] {
  const found = names.flatMap((name) => known.filter((one) => one === name));
  if (found.length !== names.length || new Set(found).size !== known.length)
    throw new Error(`the neural reader's ${heads} are not those that triage knows`);
  return found;
}
