/**
 * SQL of a money amount in the portal's currency, from one in the currency whose rate is in `rate`. Both branches have
 * one type: a common wider one would have every amount divided by a power of ten in 128 bits.
 */
export function inPortalCurrency(amount: string): string {
  return `CASE WHEN rate = 1 THEN CAST(${amount} AS DECIMAL(28,8))
    ELSE CAST(CAST(${amount} AS DECIMAL(20,6)) * rate AS DECIMAL(28,8)) END`;
}

/** SQL: the rows of "rows" with the rate of their currency, the portal's ($1) where they name none. */
export const RATED = `FROM "rows" r JOIN rates ON rates.currency = upper(coalesce(r.currency, $1))`;
