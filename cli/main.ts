import { codeOf } from './jsonl.ts';
import { calendarCommand } from './calendar.ts';
import { UsageError, type Command } from './command.ts';
import { deadlinesCommand } from './deadlines.ts';
import { letterCommand } from './letter.ts';
import { policyCommand } from './policy.ts';
import { logCommand } from './log.ts';
import { registerCommand } from './register.ts';
import { routeCommand } from './route.ts';
import { triageCommand } from './triage.ts';
import { workingDaysCommand } from './working-days.ts';

const commands: readonly Command[] = [
  triageCommand,
  deadlinesCommand,
  routeCommand,
  workingDaysCommand,
  logCommand,
  letterCommand,
  policyCommand,
  calendarCommand,
  registerCommand,
];

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'duly: what a landlord’s own policy makes of a message, and by when',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'duly COMMAND --help says what a command takes.',
    '',
  ].join('\n');
}

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(overview());
    return;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command)
    throw new UsageError(
      `there is no command ${JSON.stringify(name)}; there are ${commands.map((c) => c.name).join(', ')}`,
    );
  if (args.includes('--help')) {
    process.stdout.write(`${command.help.trim()}\n`);
    return;
  }
  await command.run(args);
}

// A reader that closes the pipe (`duly … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`duly: ${codeOf(error).message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
