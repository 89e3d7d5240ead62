import { seededRandom } from '#core/segmentation/seeded-random.ts';

/**
 * Seeded chance: the same seed gives the same numbers. `fork` gives every customer a stream of its own, so that a change
 * to one does not move all that come after.
 */
export class Random {
  readonly #seed: number;
  readonly #next: () => number;

  constructor(seed: number) {
    this.#seed = seed | 0;
    this.#next = seededRandom(this.#seed);
  }

  /** A stream of its own for what the label names; does not move this one. */
  fork(label: string): Random {
    return new Random(hash32(label, this.#seed));
  }

  /** Uniform in [0, 1). */
  float(): number {
    return this.#next();
  }

  /** Uniform among the whole numbers from `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.float() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.float() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.integer(0, items.length - 1)];
    if (item === undefined) throw new RangeError('Cannot pick from an empty list');
    return item;
  }

  /** An item with a probability proportional to its weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T {
    let left = this.float() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    const last = items.at(-1);
    if (last === undefined) throw new RangeError('Cannot pick from an empty list');
    return last[0];
  }

  /** Normal by the sum of twelve uniforms: never further than six deviations out, so no absurd customer. */
  normal(mean = 0, deviation = 1): number {
    let sum = -6;
    for (let draw = 0; draw < 12; draw += 1) sum += this.float();
    return mean + deviation * sum;
  }

  /** A factor around 1 (its mean), spread like a log-normal of the given sigma. */
  factor(sigma: number): number {
    return Math.exp(this.normal(-(sigma * sigma) / 2, sigma));
  }

  /** A gap of mean 1; the larger the shape, the more regular the rhythm (1: memoryless). */
  gap(shape: number): number {
    let sum = 0;
    for (let part = 0; part < shape; part += 1) sum -= Math.log(1 - this.float());
    return sum / shape;
  }

  /** A count of independent events: 0, 1, 2 … with the given mean. */
  poisson(mean: number): number {
    let product = this.float();
    let count = 0;
    for (const limit = Math.exp(-mean); product > limit; count += 1) product *= this.float();
    return count;
  }

  /** How many of `trials` succeed; exact draws, so that planted rates carry their sampling error. */
  binomial(trials: number, probability: number): number {
    let successes = 0;
    for (let trial = 0; trial < trials; trial += 1) if (this.chance(probability)) successes += 1;
    return successes;
  }

  /** The same items in an order of chance. */
  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, place: this.float() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  }

  /** Letters and digits, for payment references and the like. */
  code(length: number, alphabet: string): string {
    let text = '';
    for (let at = 0; at < length; at += 1)
      text += alphabet[this.integer(0, alphabet.length - 1)] ?? '';
    return text;
  }
}

/** FNV-1a over the label, started from the seed. */
function hash32(label: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < label.length; at += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(at), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
