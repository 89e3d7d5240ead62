import { parseArgs } from 'node:util';
import { GenerateError } from '#generate/generate-error.ts';
import type { Command, CommandCall, CommandOptions } from './command.ts';
import { nearestWord } from '#core/format/nearest-word.ts';

/**
 * Checks the words of a call against what the command knows.
 *
 * @throws GenerateError `call/unknown-option`, `call/bad-option`, `call/unexpected-word`
 */
export function parseCommand<Options extends CommandOptions>(
  command: Command<Options>,
  words: string[],
): CommandCall<Options> {
  refuseUnknownOptions(command, words);
  const { values, positionals } = parse(command, words);
  const allowed = command.positionals?.length ?? 0;
  if (positionals.length > allowed) {
    throw new GenerateError(
      'call/unexpected-word',
      `Cannot run "${command.name}": found the word "${positionals[allowed] ?? ''}"; expected ${
        allowed === 0 ? 'flags only' : `at most ${allowed} words`
      }`,
      `Put a text of several words into quotes; see "${command.name} -- --help"`,
    );
  }
  return { values, positionals };
}

function parse<Options extends CommandOptions>(
  command: Command<Options>,
  words: string[],
): CommandCall<Options> {
  try {
    return parseArgs({
      args: words,
      options: command.options,
      strict: true,
      allowPositionals: true,
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [sentence = error.message] = error.message.split(/\.\s/);
    throw new GenerateError(
      'call/bad-option',
      `Cannot run "${command.name}": ${sentence.replace(/\.$/, '').replaceAll("'", '"')}`,
      `See "${command.name} -- --help"`,
    );
  }
}

function refuseUnknownOptions(command: Command, words: string[]): void {
  const known = [...Object.keys(command.options), 'help'];
  const { tokens } = parseArgs({
    args: words,
    options: command.options,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option' || known.includes(token.name)) continue;
    const near = nearestWord(token.name, known);
    throw new GenerateError(
      'call/unknown-option',
      `Cannot run "${command.name}": found the flag "${token.rawName}"; expected ${listed(known)}`,
      near === null ? `See "${command.name} -- --help"` : `Did you mean "--${near}"?`,
    );
  }
}

function listed(names: string[]): string {
  return names.map((name) => `--${name}`).join(', ');
}
