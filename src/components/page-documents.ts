import { wordsOf } from '#core/language/words-of.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import type { Portal } from '#data/portal.ts';

/** Pages that say something of their own, and the lists, where there is something to say. */
export function pageDocuments({
  kpis,
  personas,
  insights,
  dataset,
  formats,
}: Portal): SearchDocument[] {
  const { found, portraits, learnings, map, ...words } = wordsOf(formats);
  const page = (id: string, title: string, text: string, keywords: string): SearchDocument => ({
    id,
    url: `${id}/`,
    kind: 'page',
    title,
    text,
    keywords: keywords.split(', '),
  });
  const tree = page('kpis/tree', found.tree, found.treeText, found.treeWords);
  const guess = page('guess', found.guess, found.guessText, found.guessWords);
  const screen = page('screen', found.screen, found.screenText, found.screenWords);
  const market = page('go-to-market', found.market, found.marketText, found.marketWords);
  const files = dataset?.files.map(({ path, adapter }) => `${path} ${adapter ?? ''}`) ?? [];
  return [
    ...(insights.length > 0
      ? [page('insights', found.learnings, learnings.description, found.learningsWords)]
      : []),
    ...(kpis.length > 0
      ? [page('kpis', found.kpis, words.kpis.description, found.kpisWords), tree]
      : []),
    ...(personas.length > 0
      ? [page('personas', found.portraits, portraits.description, found.portraitsWords)]
      : []),
    ...(personas.length > 1
      ? [page('personas/map', map.title, map.description, found.mapWords), guess]
      : []),
    ...(personas.length > 0 ? [market, screen] : []),
    page('method', found.method, `${found.methodText} ${files.join(', ')}`, found.methodWords),
  ];
}
