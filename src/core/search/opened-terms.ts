import lunr from 'lunr';
import type { FieldPostings, TermEntry } from './search-files.ts';
import { levelWeight } from './weight-levels.ts';

/** lunr adds up what the fields of a document weigh; here that was done before, so that it looks each up once. */
const WHOLE = 'page';
/** What lunr would tell of the places of a term; no file holds any. */
const NO_PLACES = {};

/** Some terms of the index, loaded: lunr weighs documents by them as it would with the whole index. */
export class OpenedTerms {
  readonly #index: lunr.Index;

  constructor(entries: readonly TermEntry[]) {
    const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
    const vectors = new Map<number, number[]>();
    const invertedIndex = sorted.map(([term, , , ...postings], number) => {
      const held: Record<number, object> = {};
      for (const [document, weight] of weightsOf(postings)) {
        held[document] = NO_PLACES;
        const vector = vectors.get(document);
        if (vector) vector.push(number, weight);
        else vectors.set(document, [number, weight]);
      }
      return [term, { _index: number, [WHOLE]: held }];
    });
    this.#index = lunr.Index.load({
      version: lunr.version,
      fields: [WHOLE],
      fieldVectors: Array.from(vectors, ([document, vector]) => [`${WHOLE}/${document}`, vector]),
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

/** What a term weighs in each document that holds it, over all fields. */
function weightsOf(postings: readonly FieldPostings[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const [, scale, steps, levels] of postings) {
    let document = 0;
    steps.forEach((step, place) => {
      document += step;
      const weight = levelWeight(levels[place] ?? '', scale);
      weights.set(document, (weights.get(document) ?? 0) + weight);
    });
  }
  return weights;
}
