import { startingSentence } from '#core/language/first-letter.ts';
import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { exportName } from './export-name.ts';
import { formatList } from './format-list.ts';

/**
 * Where a figure came from, as a reader calls it: adapters' names become words.
 *
 * Definition: several exports of one platform stand together, and so do documented CSVs; a platform is written as it
 * writes itself.
 * Empty case: no source is an empty text.
 * Exports are called by the words of their ids, which are English.
 * @param formats for the words between the names
 * @param most of more platforms than these only the first are named, without their exports; by default all are named
 * @example formatSources(['generic-products', 'shopify-orders']) // => 'the products export, Shopify orders'
 * @example formatSources(['amazon-orders', 'amazon-fba-returns', 'ebay']) // => 'Amazon orders and FBA returns, eBay'
 * @example formatSources(['ebay', 'walmart', 'gorgias', 'zendesk'], {}, 2) // => 'eBay, Walmart and 2 more'
 * @example formatSources([]) // => ''
 */
export function formatSources(
  sources: readonly string[],
  formats: Worded = {},
  most = Infinity,
): string {
  const groups = [...Map.groupBy(sources.map(sourceName), ({ owner }) => owner)];
  if (groups.length <= most) {
    return groups.map(([owner, own]) => groupText(owner, own, formats)).join(', ');
  }
  const first = groups.slice(0, most);
  const names = first.map(([owner, own]) =>
    owner === DOCUMENTED ? groupText(owner, own, formats) : owner,
  );
  return filled(wordsOf(formats).lists.more, {
    names: names.join(', '),
    count: groups.length - most,
  });
}

/**
 * One source at the beginning of a line or in a table.
 * Definition: as in a sentence, with a capital where that begins with a word of the portal's; eBay stays eBay.
 * Empty case: none, a source has a name.
 * @example formatSource('generic-returns') // => 'The returns export'
 * @example formatSource('generic-kpi-snapshots') // => 'The KPI snapshots export'
 * @example formatSource('ebay') // => 'eBay'
 */
export function formatSource(source: string, formats: Worded = {}): string {
  const text = formatSources([source], formats);
  return source.startsWith(DOCUMENTED) ? startingSentence(text) : text;
}

/**
 * What files of one origin are put together by – the platform's name.
 * Definition: the platform as it writes itself; documented CSVs stand together under their own names.
 * Empty case: a source of no platform is its own.
 * @example sourceOwner('amazon-fba-returns') // => 'Amazon'
 * @example sourceOwner('generic-returns') // => 'The returns export'
 */
export function sourceOwner(source: string, formats: Worded = {}): string {
  const { owner } = sourceName(source);
  return owner === DOCUMENTED ? formatSource(source, formats) : owner;
}

interface SourceName {
  /** What sources are put together by: their platform, or DOCUMENTED; else the source itself. */
  owner: string;
  /** What it is of its owner; empty: the owner has nothing else. */
  part: string;
}

const DOCUMENTED = 'generic-';

function sourceName(source: string): SourceName {
  if (source.startsWith(DOCUMENTED)) {
    return { owner: DOCUMENTED, part: exportName(source.slice(DOCUMENTED.length)).rest };
  }
  // What is no id is a name already: tools of snapshots.
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(source)) return { owner: source, part: '' };
  const { platform, rest } = exportName(source);
  return platform === null
    ? { owner: startingSentence(rest), part: '' }
    : { owner: platform, part: rest };
}

function groupText(owner: string, own: readonly SourceName[], formats: Worded): string {
  const { lists } = wordsOf(formats);
  const parts = [...new Set(own.map(({ part }) => part))].filter((part) => part !== '');
  const words = formatList(parts, formats);
  if (owner === DOCUMENTED) {
    return filled(parts.length === 1 ? lists.export : lists.exports, { names: words });
  }
  return words === '' ? owner : `${owner} ${words}`;
}
