import type { SearchDocument } from './search-document.ts';
import {
  pagesPath,
  sharedLetters,
  termsPath,
  wordsPath,
  type FieldPostings,
  type PagesFile,
  type SearchManifest,
  type SearchPage,
  type TermEntry,
  type TermsFile,
  type WordsFile,
} from './search-files.ts';
import { fieldWords } from './field-words.ts';
import { stem } from './search-words.ts';
import { weighedTerms, type Posting } from './weighed-terms.ts';
import { weightLevel } from './weight-levels.ts';

/** From how many characters on the next file begins; measured in docs/performance.md. */
export interface FileSizes {
  terms: number;
  pages: number;
}

const FILE_SIZES: FileSizes = { terms: 24_000, pages: 8_000 };

/**
 * A word that more pages hold tells them apart so little that only those count where it weighs most: a phone would
 * otherwise spend its time on pages that come last anyway.
 */
const MOST_POSTINGS = 1000;

type Unversioned<File> = Omit<File, 'version'>;

/** The files of a search, each still without the version that is taken over all of them. */
export interface ShardedIndex {
  manifest: Pick<SearchManifest, 'count' | 'terms' | 'words' | 'pages'>;
  /** By path relative to the site, without those that nobody asks for. */
  files: ReadonlyMap<
    string,
    Unversioned<TermsFile> | Unversioned<WordsFile> | Unversioned<PagesFile>
  >;
}

/**
 * lunr's index of documents in small files, so that a query loads only those that hold its words.
 * @example [...shardSearchIndex([{ id: 'a', url: 'a/', kind: 'page', title: 'Late parcels', text: 'They come on Friday.', keywords: [] }]).files.keys()] // => ['search/terms-0.json', 'search/words-4.json', 'search/words-6.json', 'search/words-7.json', 'search/words-11.json', 'search/pages-0.json']
 */
export function shardSearchIndex(
  documents: readonly SearchDocument[],
  sizes: FileSizes = FILE_SIZES,
): ShardedIndex {
  const fields = documents.map(fieldWords);
  const words = wordsOf(fields);
  const terms = cut(
    termEntries(weighedTerms(documents, fields), words),
    sizes.terms,
    ([before], [next]) => sharedLetters(before) !== sharedLetters(next),
  );
  const pages = cut(
    documents.map(({ id, url, kind, title, name, text }): SearchPage => ({
      ...{ id, url, kind, title, text },
      ...(name !== undefined && { name }),
    })),
    sizes.pages,
  );
  const lengths = [...Map.groupBy([...words.keys()], ({ length }) => length)].sort(
    ([one], [other]) => one - other,
  );
  let first = 0;
  return {
    manifest: {
      count: documents.length,
      terms: terms.map(([entry]) => sharedLetters(entry?.[0] ?? '')),
      words: lengths.map(([length]) => length),
      pages: pages.map(({ length }) => (first += length) - length),
    },
    files: new Map<
      string,
      Unversioned<TermsFile> | Unversioned<WordsFile> | Unversioned<PagesFile>
    >([
      ...terms.map((entries, file) => [termsPath(file), { terms: entries }] as const),
      ...lengths.map(
        ([length, some]) => [wordsPath(length), { words: some.sort().join(' ') }] as const,
      ),
      ...pages.map((some, file) => [pagesPath(file), { pages: some }] as const),
    ]),
  };
}

/** Every word of the documents with its stem. */
function wordsOf(fields: readonly ReturnType<typeof fieldWords>[]): Map<string, string> {
  const stems = new Map<string, string>();
  for (const words of fields) {
    for (const word of Object.values(words).flat()) {
      if (!stems.has(word)) stems.set(word, stem(word));
    }
  }
  return stems;
}

function termEntries(
  terms: ReadonlyMap<string, readonly Posting[][]>,
  stems: ReadonlyMap<string, string>,
): TermEntry[] {
  const words = Map.groupBy(stems.keys(), (word) => stems.get(word));
  return [...terms]
    .map(([term, fields]): TermEntry => {
      const held = fields.reduce((sum, all) => sum + all.length, 0);
      const postings = fields.flatMap((all, at) =>
        all.length > 0 ? [fieldPostings(at, heaviest(all))] : [],
      );
      return [term, (words.get(term) ?? []).sort().join(' '), held, ...postings];
    })
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** In the order of the documents. */
function heaviest(held: readonly Posting[]): readonly Posting[] {
  if (held.length <= MOST_POSTINGS) return held;
  return [...held]
    .sort((one, other) => other.weight - one.weight || one.document - other.document)
    .slice(0, MOST_POSTINGS)
    .sort((one, other) => one.document - other.document);
}

function fieldPostings(field: number, held: readonly Posting[]): FieldPostings {
  const scale = Math.max(...held.map(({ weight }) => weight));
  return [
    field,
    scale,
    held.map(({ document }, at) => document - (held[at - 1]?.document ?? 0)),
    held.map(({ weight }) => weightLevel(weight, scale)).join(''),
  ];
}

/** Neighbours in one file until it is large enough and the next may begin. */
function cut<Item>(
  items: readonly Item[],
  size: number,
  mayPart: (before: Item, next: Item) => boolean = () => true,
): Item[][] {
  const files: Item[][] = [];
  let characters = Infinity;
  let before: Item | undefined;
  for (const item of items) {
    const file = files.at(-1);
    if (
      file === undefined ||
      (characters >= size && before !== undefined && mayPart(before, item))
    ) {
      files.push([item]);
      characters = 0;
    } else {
      file.push(item);
    }
    characters += JSON.stringify(item).length;
    before = item;
  }
  return files;
}
