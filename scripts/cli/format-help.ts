import type { Command } from './command.ts';

/** What `--help` prints. */
export function formatHelp({
  name,
  purpose,
  options,
  positionals = [],
  examples,
}: Command): string {
  const flags = Object.entries(options).map(([flag, { placeholder, meaning }]) => ({
    left: `--${flag}${placeholder === undefined ? '' : ` ${placeholder}`}`,
    meaning,
  }));
  flags.push({ left: '--help', meaning: 'Show this' });
  const width = Math.max(...flags.map(({ left }) => left.length));
  return [
    `Usage: ${[`${name} --`, ...positionals, '[flags]'].join(' ')}`,
    '',
    purpose,
    '',
    'Flags',
    ...flags.map(({ left, meaning }) => `  ${left.padEnd(width)}  ${meaning}`),
    '',
    'Examples',
    ...examples.map((example) => `  ${example}`),
  ].join('\n');
}
