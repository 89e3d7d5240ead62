import {
  MANIFEST_PATH,
  pagesPath,
  termsPath,
  wordsPath,
  type PagesFile,
  type SearchManifest,
  type SearchPage,
  type TermEntry,
  type TermsFile,
  type WordsFile,
} from './search-files.ts';

/** Reads one of the search's files by its path relative to the site. */
export type LoadSearchFile = (path: string, version?: string) => Promise<unknown>;

/** Thrown where a file belongs to another release than the manifest: the site was published in between. */
export class SearchFilesChanged extends Error {}

/** The files of one release. What was loaded once is kept; what failed to load can be asked for again. */
export class SearchReader {
  readonly #load: LoadSearchFile;
  readonly #files = new Map<string, Promise<unknown>>();
  #manifest: Promise<SearchManifest> | undefined;

  constructor(load: LoadSearchFile) {
    this.#load = load;
  }

  async manifest(): Promise<SearchManifest> {
    this.#manifest ??= this.#load(MANIFEST_PATH) as Promise<SearchManifest>;
    try {
      return await this.#manifest;
    } catch (error) {
      this.#manifest = undefined;
      throw error;
    }
  }

  /** The terms in some of the files of terms. */
  async entries(files: readonly number[]): Promise<TermEntry[]> {
    const { terms } = await this.manifest();
    if (terms.length === 0) return [];
    const read = await Promise.all(
      [...new Set(files)].map((file) => this.#read<TermsFile>(termsPath(file))),
    );
    return read.flatMap((file) => file.terms);
  }

  /** All words of some lengths that the texts hold. */
  async words(lengths: readonly number[]): Promise<string[]> {
    const lists = await Promise.all(
      lengths.map((length) => this.#read<WordsFile>(wordsPath(length))),
    );
    return lists.flatMap(({ words }) => words.split(' '));
  }

  /** What a hit is shown from. */
  async page(
    document: number,
    { pages: firsts }: Pick<SearchManifest, 'pages'>,
  ): Promise<SearchPage> {
    const file = firsts.findLastIndex((first) => first <= document);
    const { pages } = await this.#read<PagesFile>(pagesPath(file));
    const page = pages[document - (firsts[file] ?? 0)];
    if (page === undefined) throw new SearchFilesChanged(pagesPath(file));
    return page;
  }

  async #read<File extends { version: string }>(path: string): Promise<File> {
    const { version } = await this.manifest();
    let file = this.#files.get(path) as Promise<File> | undefined;
    if (file === undefined) {
      file = this.#load(path, version) as Promise<File>;
      this.#files.set(path, file);
    }
    try {
      const read = await file;
      if (read.version !== version) throw new SearchFilesChanged(path);
      return read;
    } catch (error) {
      this.#files.delete(path);
      if (error instanceof SearchFilesChanged) {
        this.#files.clear();
        this.#manifest = undefined;
      }
      throw error;
    }
  }
}
