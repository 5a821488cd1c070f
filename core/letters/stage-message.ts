import { currentStage, type CaseFile, type CaseMessage } from '../case/case-file.ts';
import { localDate, type IsoDate } from '../dates.ts';

/** The message that the current stage answers: the complaint, or the request for the stage; the first where none is known. */
export function stageMessage(file: CaseFile): CaseMessage | null {
  const enteredAt = currentStage(file)?.enteredAt ?? file.receivedAt;
  return file.messages.find(({ receivedAt }) => receivedAt === enteredAt) ?? file.messages[0] ?? null;
}

/** The day from which the clocks of the current stage count. */
export function stageReceivedOn(file: CaseFile): IsoDate {
  return localDate(currentStage(file)?.enteredAt ?? file.receivedAt);
}

/** The day that the message itself bears, where a person settled another as that of receipt; null where it is the same. */
export function otherDayWritten(file: CaseFile): IsoDate | null {
  const message = stageMessage(file);
  const written = message?.datedAt ? localDate(message.datedAt) : null;
  return written === stageReceivedOn(file) ? null : written;
}
