import type { SearchDocument, SearchKind } from './search-document.ts';
import type { SearchField } from './search-files.ts';
import { joinedWords, searchWords, stem } from './search-words.ts';
import { isStopWord } from './stop-words.ts';

/** They have no words of their own beside their page's. */
const PARTS: ReadonlySet<SearchKind> = new Set(['voice', 'fact', 'chart']);

/**
 * The words of each field as they are indexed. Words that every page has are left out of the texts, where they would
 * only weigh; titles keep them. Words with a hyphen, and neighbours in a title, are there as one word as well:
 * people write "email" and "powershopper". A keyword that the title says already does not count twice.
 * @example fieldWords({ id: 'a', url: 'a/', kind: 'page', title: 'Late parcels', text: 'They come on Friday.', keywords: ['parcel', 'delay'] }) // => { title: ['late', 'parcels'], keywords: ['delay', 'lateparcels'], text: ['come', 'friday'] }
 */
export function fieldWords({
  kind,
  title,
  text,
  keywords,
}: SearchDocument): Record<SearchField, string[]> {
  const words = (source: string): string[] => searchWords(source).map(({ word }) => word);
  const titleWords = words(title);
  const titleStems = new Set(titleWords.map(stem));
  const textWords = searchWords(text);
  return {
    title: titleWords,
    keywords: [
      ...keywords
        .flatMap((keyword) => words(keyword))
        .filter((word) => !titleStems.has(stem(word))),
      ...(PARTS.has(kind)
        ? []
        : titleWords.slice(1).map((word, at) => `${titleWords[at] ?? ''}${word}`)),
    ],
    text: [
      ...textWords.map(({ word }) => word).filter((word) => !isStopWord(word)),
      ...joinedWords(text, textWords).map(({ word }) => word),
    ],
  };
}
