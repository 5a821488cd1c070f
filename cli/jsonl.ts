import { createInterface } from 'node:readline';
import { ClockError } from '../core/deadlines/clock-start.ts';
import { CalendarChangeError } from '../core/calendar-changes.ts';
import { CalendarFileError } from '../core/calendar-file.ts';
import { CalendarCoverageError } from '../core/calendar.ts';
import { CaseError } from '../core/case/case-file.ts';
import { EventError } from '../core/case/event.ts';
import { LogError } from '../core/case/log-case.ts';
import { DateError } from '../core/dates.ts';
import { reasonOf } from '../core/errors.ts';
import { LetterError } from '../core/letters/letter.ts';
import { BackupError } from '../core/register/backup-file.ts';
import { PolicyFileError } from '../core/policy/import-policy.ts';
import { PolicyError } from '../core/policy/policy.ts';
import { SettingsError } from '../core/settings.ts';

/** One line of input: an object, whose keys each command checks for itself. */
export type Line = Readonly<Record<string, unknown>>;

/** Input that a command can't use; says which key and what is wrong with it. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** An error as a line of output. */
export interface LineError {
  readonly id?: unknown;
  readonly error: { readonly code: string; readonly message: string };
}

const CODES: readonly (readonly [new (...args: never[]) => Error, string])[] = [
  [InputError, 'input'],
  [PolicyError, 'policy'],
  [PolicyFileError, 'policy-file'],
  [CalendarCoverageError, 'calendar-coverage'],
  [CalendarFileError, 'calendar-file'],
  [CalendarChangeError, 'calendar-changes'],
  [ClockError, 'event'],
  [DateError, 'date'],
  [SettingsError, 'settings'],
  [EventError, 'case-event'],
  [CaseError, 'case'],
  [BackupError, 'backup'],
  [LogError, 'log'],
  [LetterError, 'letter'],
  [RangeError, 'input'],
];

/** The error's code and words; an error that nobody foresaw is `internal`. */
export function codeOf(error: unknown): { code: string; message: string } {
  const message = reasonOf(error);
  return { code: CODES.find(([kind]) => error instanceof kind)?.[1] ?? 'internal', message };
}

/**
 * Answers each line of standard input with one line of output, in order; `id` is echoed. A line that can't be answered
 * gives an error that names its number, the rest go on, and the exit status is 1 at the end. `print` takes the results
 * elsewhere than to standard output.
 */
export async function answerLines(
  answer: (line: Line, number: number) => Promise<object | null>,
  print: (result: object) => Promise<void> = write,
): Promise<void> {
  let number = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++;
    if (text.trim() === '') continue;
    let id: unknown;
    try {
      const line = parseLine(text);
      id = line['id'];
      const result = await answer(line, number);
      if (result) await print({ ...(id === undefined ? {} : { id }), ...result });
    } catch (error) {
      const { code, message } = codeOf(error);
      process.exitCode = 1;
      await print({
        ...(id === undefined ? {} : { id }),
        error: { code, message: `line ${String(number)}: ${message}` },
      });
    }
  }
}

/** Writes a line and waits while the reader is slower than we are, so that thousands of lines stay out of memory. */
async function write(result: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(result)}\n`)) {
    await new Promise((resume) => process.stdout.once('drain', resume));
  }
}

function parseLine(text: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InputError('is not a JSON object');
  return value as Line;
}

/** A text that must be there. */
export function textAt(line: Line, key: string): string {
  const value = line[key];
  if (typeof value !== 'string') throw new InputError(`${key} is ${value === undefined ? 'missing' : 'not a text'}`);
  return value;
}

/** A text that may be missing. */
export function optionalText(line: Line, key: string): string | undefined {
  return line[key] === undefined || line[key] === null ? undefined : textAt(line, key);
}

/** A whole number that may be missing. */
export function optionalNumber(line: Line, key: string): number | undefined {
  const value = line[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new InputError(`${key} is not a number`);
  return value;
}

/** A list of texts; missing = empty. */
export function textsAt(line: Line, key: string): readonly string[] {
  const value = line[key] ?? [];
  if (!Array.isArray(value)) throw new InputError(`${key} is not a list`);
  return value.map((item: unknown) => {
    if (typeof item !== 'string') throw new InputError(`${key} holds something that is no text`);
    return item;
  });
}

/** An object that may be missing; missing = empty. */
export function objectAt(line: Line, key: string): Line {
  const value = line[key] ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new InputError(`${key} is not an object`);
  return value as Line;
}
