import type { Words } from '#core/language/words.ts';
import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { searchWords } from '#core/search/search-words.ts';
import type { Portal } from '#data/portal.ts';
import type { SearchNames } from '#render/build-search-index.ts';
import { leadingFigures } from './leading-figures.ts';

/** The names that results can be narrowed to, the other names of KPIs and Portraits, and everyday words that mean the same. */
export function searchNames({
  personas,
  kpis,
  formats,
}: Pick<Portal, 'personas' | 'kpis'> & { formats: Worded }): SearchNames {
  const words = wordsOf(formats);
  return {
    kinds: words.searchKinds,
    personas: personas.map(({ id, name }) => ({ id, name })),
    kpis: kpis.map(({ id, title }) => ({ id, name: title })),
    synonyms: Object.fromEntries(
      [...leadersByPhrase(personas, formats), ...kpisBySynonym(kpis)]
        .map(([name, title]) => [asCompared(name), title] as const)
        .filter(([name]) => name !== '')
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
    ...everydayWords(words),
  };
}

/** The Portrait that leads in a figure is whom people mean: "spends most"; their page and the figure's own say so. */
function leadersByPhrase(personas: Portal['personas'], formats: Worded): [string, string][] {
  return personas.flatMap(({ id, name }) =>
    leadingFigures(personas, id, formats).flatMap(({ phrases }) =>
      phrases.map((phrase): [string, string] => [phrase, `${name} ${phrases[0] ?? ''}`]),
    ),
  );
}

function kpisBySynonym(kpis: Portal['kpis']): [string, string][] {
  return kpis.flatMap(({ title, story }) =>
    (story?.synonyms ?? []).map((synonym): [string, string] => [synonym, title]),
  );
}

/** What the language file says of words: which mean much the same, and how people ask. */
function everydayWords({ searchAlike, searchAsks }: Words): Pick<SearchNames, 'alike' | 'asks'> {
  return {
    alike: Object.values(searchAlike).map(phrases),
    asks: { persona: phrases(searchAsks.persona), kpi: phrases(searchAsks.kpi) },
  };
}

function phrases(list: string): string[] {
  return list.split(', ').map(asCompared);
}

function asCompared(text: string): string {
  return searchWords(text)
    .map(({ word }) => word)
    .join(' ');
}
