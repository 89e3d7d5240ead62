/** SQL of whole numbers of pieces: those of the lines before this one, of this line, and of all lines of the order. */
export interface Pieces {
  before: string;
  quantity: string;
  all: string;
}

/**
 * SQL of a line's share of an order's money, where the export has no prices of lines: by pieces, to the hundredth of a
 * cent, so that the lines add up to the money exactly.
 *
 * @param money SQL of a DECIMAL with at most four decimals
 */
export function shareOfPieces(money: string, { before, quantity, all }: Pieces): string {
  const upTo = (count: string): string =>
    `CAST(CAST(${money} AS DECIMAL(28,4)) * 10000 AS HUGEINT) * CAST(${count} AS HUGEINT) // nullif(CAST(${all} AS HUGEINT), 0)`;
  return `CAST(CAST(${upTo(`(${before} + ${quantity})`)} - ${upTo(before)} AS DECIMAL(28,0)) * 0.0001 AS DECIMAL(18,4))`;
}
