import { wordsOf } from '#core/language/words-of.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import type { Portal } from '#data/portal.ts';
import { datasetTotals } from './dataset-totals.ts';
import { homeContents } from './home-contents.ts';
import { homeWords } from './home-words.ts';

/** Pages that say something of their own, and the lists, where there is something to say. */
export function pageDocuments(portal: Portal): SearchDocument[] {
  const { kpis, personas, insights, dataset, formats } = portal;
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
  const totals = datasetTotals(portal).map(({ label, value }) => `${label}: ${value}.`);
  return [
    homeDocument(portal),
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
    page(
      'method',
      found.method,
      `${found.methodText} ${[...totals, files.join(', ')].join(' ')}`,
      found.methodWords,
    ),
  ];
}

/** The page that the site opens with, under its headline: it says how many people the figures tell of. */
function homeDocument(portal: Portal): SearchDocument {
  const { title, standfirst } = homeWords(homeContents(portal), wordsOf(portal.formats));
  const { name, sentence } = portal.config.company;
  return {
    id: 'home',
    url: '',
    kind: 'page',
    title,
    text: [standfirst, sentence].filter(Boolean).join(' '),
    keywords: [name],
  };
}
