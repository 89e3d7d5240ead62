import lunr from 'lunr';
import { SEARCH_FIELDS, type TermEntry } from './search-files.ts';
import { levelWeight } from './weight-levels.ts';

/** Some terms of the index, loaded: lunr weighs documents by them as it would with the whole index. */
export class OpenedTerms {
  readonly #index: lunr.Index;

  constructor(entries: readonly TermEntry[]) {
    const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
    const vectors = new Map<string, number[]>();
    const invertedIndex = sorted.map(([term, , , ...postings], number) => {
      const posting: Record<string, unknown> = { _index: number };
      for (const field of SEARCH_FIELDS) posting[field] = {};
      for (const [at, scale, steps, levels] of postings) {
        const field = SEARCH_FIELDS[at] ?? 'text';
        const held: Record<string, object> = {};
        let document = 0;
        steps.forEach((step, place) => {
          document += step;
          held[document] = {};
          const reference = `${field}/${document}`;
          const vector = vectors.get(reference) ?? [];
          vector.push(number, levelWeight(levels[place] ?? '', scale));
          vectors.set(reference, vector);
        });
        posting[field] = held;
      }
      return [term, posting];
    });
    this.#index = lunr.Index.load({
      version: lunr.version,
      fields: [...SEARCH_FIELDS],
      fieldVectors: [...vectors],
      invertedIndex,
      pipeline: [],
    });
  }

  /** What the documents weigh that hold any of the terms, each term counted as many times as is said. */
  weigh(boosts: ReadonlyMap<string, number>): Map<number, number> {
    if (boosts.size === 0) return new Map();
    // lunr divides by the length of the query; a word would count less for every other form it has.
    const length = Math.hypot(...boosts.values());
    const results = this.#index.query((query) => {
      for (const [term, boost] of boosts) query.term(term, { usePipeline: false, boost });
    });
    return new Map(results.map(({ ref, score }) => [Number(ref), score * length]));
  }
}
