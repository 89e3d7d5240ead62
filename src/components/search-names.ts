import type { Words } from '#core/language/words.ts';
import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { searchWords } from '#core/search/search-words.ts';
import type { Portal } from '#data/portal.ts';
import type { SearchNames } from '#render/build-search-index.ts';

/** The names that results can be narrowed to, the KPIs' other names, and everyday words that mean the same. */
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
      kpis
        .flatMap(({ title, story }) =>
          (story?.synonyms ?? []).map((synonym): [string, string] => [asCompared(synonym), title]),
        )
        .filter(([synonym]) => synonym !== '')
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    ),
    ...everydayWords(words),
  };
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
