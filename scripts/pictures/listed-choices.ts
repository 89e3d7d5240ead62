import { GenerateError } from '#generate/generate-error.ts';

/**
 * The choices of a flag such as --size a4,letter.
 *
 * @throws GenerateError `call/bad-choice`
 */
export function listedChoices<Choice extends string>(
  flag: string,
  typed: string | undefined,
  known: readonly Choice[],
): readonly Choice[] {
  if (typed === undefined) return known;
  const words = typed.split(',').map((word) => word.trim().toLowerCase());
  const unknown = words.find((word) => !known.some((choice) => choice === word));
  if (unknown !== undefined) {
    throw new GenerateError(
      'call/bad-choice',
      `Cannot use --${flag} "${unknown}"; expected ${known.join(', ')}`,
      `Several are parted by commas: --${flag} ${known.slice(0, 2).join(',')}`,
    );
  }
  return known.filter((choice) => words.includes(choice));
}
