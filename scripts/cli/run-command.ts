import { GenerateError, formatGenerateError } from '#generate/generate-error.ts';
import type { Command, CommandCall, CommandOptions } from './command.ts';
import { formatHelp } from './format-help.ts';
import { parseCommand } from './parse-command.ts';

/** Exit codes that scripts may rely on. */
export const EXIT = { done: 0, wrongInput: 1, bug: 2 } as const;

/**
 * Runs a command as the process: parses its words, answers `--help`, prints an expected error with its hint (exit
 * code 1) and everything else with its stack (exit code 2). Where the command knows `--json`, a failing call prints
 * one object on standard output.
 *
 * @param work returns the exit code; nothing means done
 */
export async function runCommand<Options extends CommandOptions>(
  command: Command<Options>,
  work: (call: CommandCall<Options>) => Promise<number | undefined> | number | undefined,
  words: string[] = process.argv.slice(2),
): Promise<void> {
  if (words.includes('--help') || words.includes('-h')) {
    console.log(formatHelp(command));
    return;
  }
  try {
    process.exitCode = (await work(parseCommand(command, words))) ?? EXIT.done;
  } catch (error) {
    if ('json' in command.options && words.includes('--json')) console.log(errorJson(error));
    process.exitCode = printError(error);
  }
}

/** Prints an error for a person; returns the exit code that goes with it. */
function printError(error: unknown): number {
  if (error instanceof GenerateError) {
    console.error(formatGenerateError(error));
    return EXIT.wrongInput;
  }
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  console.error('Hint: this is a mistake in the program; tell its maintainers what you did');
  return EXIT.bug;
}

function errorJson(error: unknown): string {
  const { code, message, hint, issues } =
    error instanceof GenerateError
      ? error
      : {
          code: 'program/bug',
          message: 'The program made a mistake',
          hint: 'The stack is on standard error; tell the maintainers',
          issues: [],
        };
  return JSON.stringify({ error: { code, message, hint, issues } }, null, 2);
}
