import { wordsOf } from '#core/language/words-of.ts';
import { searchWords } from '#core/search/search-words.ts';
import type { Portal } from '#data/portal.ts';
import type { SearchNames } from '#render/build-search-index.ts';

/** The names that results can be narrowed to, and the KPIs' other names. */
export function searchNames({ personas, kpis, formats }: Portal): SearchNames {
  return {
    kinds: wordsOf(formats).searchKinds,
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
  };
}

function asCompared(text: string): string {
  return searchWords(text)
    .map(({ word }) => word)
    .join(' ');
}
