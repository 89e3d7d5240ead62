import { formatFact } from '#core/format/format-fact.ts';
import { formatSource } from '#core/format/format-sources.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { partTable } from '#core/personas/part-table.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { SearchDocument, SearchFacets } from '#core/search/search-document.ts';
import type { Portal } from '#data/portal.ts';
import { figureAndWords } from './figure-text.ts';
import type { LeadingFigure } from './leading-figures.ts';

/** The page that a figure, a chart or a voice stands on. */
export interface FiguresPage {
  owner: string;
  name: string;
  facets: SearchFacets;
  /** Where the page of an owner is another than its own. */
  url?: string;
}

/** What search knows of the figures of a page: a document each. */
export function factDocuments(
  { formats }: Portal,
  { owner, name, facets, url = `${owner}/` }: FiguresPage,
  facts: readonly Fact[],
  leads: readonly LeadingFigure[] = [],
): SearchDocument[] {
  return facts.filter(isKnown).map((fact) => ({
    id: `${owner}#${fact.id}`,
    url,
    kind: 'fact',
    title: `${name}: ${fact.label}`,
    text: `${figureAndWords(fact, formats)}. ${fact.formula}.`,
    keywords: [
      ...figureWords(fact, formats),
      ...leads.flatMap((lead) => (lead.fact === fact ? lead.phrases.slice(0, 1) : [])),
    ],
    facets,
  }));
}

/** Figures of the whole shop: the boxes of the last days, through which channels orders come, what platforms cost and bring. */
export function shopDocuments(portal: Portal): SearchDocument[] {
  const { boxes, market, personas, formats } = portal;
  const words = wordsOf(formats);
  const measured = personas.flatMap(({ figures }) => figures ?? []);
  const url = 'go-to-market/';
  return [
    ...factDocuments(
      portal,
      { owner: 'boxes', name: words.boxes.title, facets: {}, url: '#boxes' },
      boxes?.facts ?? [],
    ),
    ...factDocuments(
      portal,
      { owner: 'go-to-market', name: words.market.doors, facets: {} },
      partTable(measured, 'channels', formats)?.ofAll ?? [],
    ),
    ...(market?.platforms ?? []).flatMap(({ id, source, facts }) =>
      factDocuments(
        portal,
        { owner: `market/${id}`, name: formatSource(source, formats), facets: {}, url },
        facts,
      ),
    ),
  ];
}

/** Whoever types a figure means what it is the value of more than what mentions it. */
export function figureWords(fact: Fact, formats: Portal['formats']): string[] {
  return isKnown(fact) && typeof fact.value === 'number' ? [formatFact(fact, formats)] : [];
}

/** Whether there is a figure to be found. */
export function isKnown({ status }: Fact): boolean {
  return status === 'ok' || status === 'stale';
}
