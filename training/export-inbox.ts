import { mkdirSync, writeFileSync } from 'node:fs';
import { read } from '../core/reading/read.ts';
import { readerInput } from '../core/reader/input.ts';
import { settingsFor } from '../cli/settings-file.ts';
import { HELD_BACK, LEARNT_FROM } from '../test/bench/held-back.ts';
import { labelled, labelledSentences } from '../test/bench/inbox.ts';

/*
 * Writes the labelled inbox as the reader sees it, for training: the same reading and the same input as in use, so that
 * training and use can't drift apart. One JSON object a line; spans are UTF-16 offsets into `text`.
 */
const folder = '.cache/training';
mkdirSync(folder, { recursive: true });

const lines: string[] = [];
for (const author of [...LEARNT_FROM, ...HELD_BACK]) {
  for (const { id, message, dissatisfaction, intent, flags, speaker, evidence } of labelled(author)) {
    const { head, text, context } = readerInput(read(message, settingsFor(message, null)), settingsFor(message, null));
    const spans = evidence.flatMap((span) => {
      const at = text.indexOf(span);
      return at < 0 ? [] : [[at, at + span.length]];
    });
    lines.push(
      JSON.stringify({
        id,
        author,
        heldBack: HELD_BACK.includes(author),
        head,
        text,
        context,
        y: dissatisfaction,
        intent,
        flags,
        speaker,
        evidence: spans,
      }),
    );
  }
}
writeFileSync(`${folder}/messages.jsonl`, `${lines.join('\n')}\n`);
const sentences = labelledSentences().map(({ text, dissatisfied, type, bank }) =>
  JSON.stringify({ text, y: dissatisfied, type, bank }),
);
writeFileSync(`${folder}/sentences.jsonl`, `${sentences.join('\n')}\n`);
process.stdout.write(`${String(lines.length)} messages, ${String(sentences.length)} sentences in ${folder}\n`);
