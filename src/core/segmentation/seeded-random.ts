/** A source of chance that repeats: uniform numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

/**
 * Seeded random numbers – lets every run with the same data draw the same samples. Definition: sfc32 (small fast
 * counter, 32 bit), its state filled from the seed by splitmix32 and warmed up by twelve steps. Source: Doty-Humphrey,
 * PractRand; Steele, Lea and Flood (2014) for splitmix. Any whole seed works, 0 included.
 *
 * @example seededRandom(1)() === seededRandom(1)() // => true
 */
export function seededRandom(seed: number): Random {
  let fill = seed | 0;
  const splitmix = (): number => {
    fill = (fill + 0x9e3779b9) | 0;
    let word = Math.imul(fill ^ (fill >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) | 0;
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let step = 0; step < 12; step += 1) next();
  return next;
}

/**
 * A whole number below a limit – picks one of so many things. Definition: floor of a uniform number times the limit.
 * A limit of 0 gives 0.
 *
 * @example randomBelow(() => 0.5, 10) // => 5
 */
export function randomBelow(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}
