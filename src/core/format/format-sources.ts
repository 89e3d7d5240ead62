/**
 * Where a figure came from, as a reader calls it: adapters' names become words.
 *
 * Definition: documented CSVs drop their prefix; dashes become spaces; a platform keeps its capital.
 * Empty case: no source is an empty text.
 * @example formatSources(['generic-products', 'shopify-orders']) // => 'the products export, Shopify orders'
 * @example formatSources([]) // => ''
 */
export function formatSources(sources: readonly string[]): string {
  return sources.map(formatSource).join(', ');
}

const DOCUMENTED = 'generic-';

function formatSource(source: string): string {
  if (source.startsWith(DOCUMENTED)) {
    return `the ${source.slice(DOCUMENTED.length).replaceAll('-', ' ')} export`;
  }
  const isAdapter = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(source);
  return isAdapter ? capitalised(source.replaceAll('-', ' ')) : source;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
