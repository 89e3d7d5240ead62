/**
 * Rarity – how much a term tells documents apart.
 * Definition: inverse document frequency, as lunr has it; a document that holds the term in two fields counts twice.
 * Empty case: a term that no document holds is the rarest.
 * @example rarityOf(5, 10) // => Math.log(2)
 */
export function rarityOf(held: number, documents: number): number {
  return Math.log(1 + Math.abs((documents - held + 0.5) / (held + 0.5)));
}
