/** SQL of a money amount in the portal's currency, from one in the currency whose rate is in `rate`. */
export function inPortalCurrency(amount: string): string {
  return `CAST(CASE WHEN rate = 1 THEN CAST(${amount} AS DECIMAL(28,8))
    ELSE CAST(${amount} AS DECIMAL(20,6)) * rate END AS DECIMAL(28,8))`;
}
