import { describe, expect, test } from 'vitest';
import { formatHelp } from '#scripts/cli/format-help.ts';
import { parseCommand } from '#scripts/cli/parse-command.ts';
import { requiredFlag } from '#scripts/cli/required-flag.ts';

const COMMAND = {
  name: 'npm run pack',
  purpose: 'Packs.',
  options: {
    content: { type: 'string', placeholder: 'DIR', meaning: 'What to pack' },
    yes: { type: 'boolean', meaning: 'Do not ask' },
  },
  positionals: ['KIND'],
  examples: ['npm run pack'],
} as const;

/** The command as its type wants it: the arrays above are read-only. */
const command = { ...COMMAND, positionals: ['KIND'], examples: ['npm run pack'] };

describe('parseCommand()', () => {
  test('gives flags by name and words in their order', () => {
    expect(parseCommand(command, ['box', '--content', 'here', '--yes'])).toMatchObject({
      values: { content: 'here', yes: true },
      positionals: ['box'],
    });
  });

  test.each([
    [['--contnt', 'x'], 'call/unknown-option', 'Did you mean "--content"?'],
    [['--zzzzzzzzzz'], 'call/unknown-option', 'See "npm run pack -- --help"'],
    [['-q'], 'call/unknown-option', 'See "npm run pack -- --help"'],
    [['--content'], 'call/bad-option', 'See "npm run pack -- --help"'],
    [['--yes=no'], 'call/bad-option', 'See "npm run pack -- --help"'],
    [
      ['box', 'crate'],
      'call/unexpected-word',
      'Put a text of several words into quotes; see "npm run pack -- --help"',
    ],
  ])('refuses %j', (words, code, hint) => {
    expect(() => parseCommand(command, words)).toThrow(expect.objectContaining({ code, hint }));
  });
});

describe('formatHelp()', () => {
  test('shows usage, flags and examples', () => {
    expect(formatHelp(command)).toMatchInlineSnapshot(`
      "Usage: npm run pack -- KIND [flags]

      Packs.

      Flags
        --content DIR  What to pack
        --yes          Do not ask
        --help         Show this

      Examples
        npm run pack"
    `);
  });
});

describe('requiredFlag()', () => {
  test('refuses a flag that is missing', () => {
    expect(() =>
      requiredFlag('npm run release', 'to', undefined),
    ).toThrowErrorMatchingInlineSnapshot(
      `[GenerateError: Cannot run "npm run release": --to is missing; expected its value]`,
    );
  });
});
