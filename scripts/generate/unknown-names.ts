import { nearestWord } from '#core/format/nearest-word.ts';
import type { Issue } from '#core/schemas/issue.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { ADAPTERS } from './exports/adapters/adapter-registry.ts';

/**
 * Settings that are filed under a name nobody has: a mistyped one would be left out without a word.
 *
 * - `platforms`: an adapter, or the beginning of its name ("klaviyo")
 * - `freshness`: an adapter, or a source of the same config
 */
export function unknownNames(
  file: string,
  { platforms, freshness, sources }: Pick<PortalConfig, 'platforms' | 'freshness' | 'sources'>,
): Issue[] {
  const adapters = ADAPTERS.map(({ id }) => id);
  const exact = [...adapters, ...sources.map(({ name }) => name)];
  const begun = [...new Set(adapters.flatMap(beginnings))];
  return [
    ...unknownKeys(
      file,
      'platforms',
      platforms,
      begun,
      'an adapter of docs/exports.md, or the beginning of its name',
    ),
    ...unknownKeys(
      file,
      'freshness',
      freshness,
      exact,
      'an adapter of docs/exports.md, or a name of sources',
    ),
  ];
}

function unknownKeys(
  file: string,
  setting: string,
  record: Record<string, unknown>,
  known: readonly string[],
  expected: string,
): Issue[] {
  return Object.keys(record)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      file,
      column: `${setting}.${key}`,
      found: `a name that nothing has${nearestNames(key, known)}`,
      expected,
    }));
}

/** The names that the written one begins, else the one that is nearest to it. */
export function nearestNames(key: string, known: readonly string[]): string {
  const longer = known.filter((name) => name.startsWith(`${key}-`));
  const nearest = longer.length > 0 ? longer : [nearestWord(key, known)];
  const names = nearest.filter((name) => name !== null);
  if (names.length === 0) return '';
  return `; the nearest ${names.length === 1 ? 'is' : 'are'} ${names.map((name) => `"${name}"`).join(', ')}`;
}

/** @example beginnings('amazon-fba-returns') // => ['amazon', 'amazon-fba', 'amazon-fba-returns'] */
function beginnings(id: string): string[] {
  const words = id.split('-');
  return words.map((_, index) => words.slice(0, index + 1).join('-'));
}
