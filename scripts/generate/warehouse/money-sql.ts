/** SQL of a money amount in the portal's currency, from one in the currency whose rate is in `rate`. */
export function inPortalCurrency(amount: string): string {
  return `CAST(CASE WHEN rate = 1 THEN CAST(${amount} AS DECIMAL(28,8))
    ELSE CAST(${amount} AS DECIMAL(20,6)) * rate END AS DECIMAL(28,8))`;
}

/** SQL: the rows of "rows" with the rate of their currency, the portal's ($1) where they name none. */
export const RATED = `FROM "rows" r JOIN rates ON rates.currency = upper(coalesce(r.currency, $1))`;
