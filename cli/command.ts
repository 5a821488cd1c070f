import { parseArgs, type ParseArgsConfig } from 'node:util';
import { toIsoDate, type IsoDate } from '../core/dates.ts';
import { reasonOf } from '../core/errors.ts';

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  run(args: readonly string[]): Promise<void>;
}

/** Words on the command line that a command can't use. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The day that an option names. Throws UsageError naming the option. */
export function dayOf(option: string, text: string): IsoDate {
  try {
    return toIsoDate(text);
  } catch (error) {
    throw new UsageError(`${option}: ${reasonOf(error)}; a day is written as 2026-03-26`);
  }
}

/** Reads a command's options; throws UsageError with Node's own words for an unknown one. */
export function optionsOf<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(reasonOf(error));
  }
}
