/**
 * SQL of a money amount in the portal's currency, from one in the currency whose rate is in `rate` (eight decimals): to
 * six decimals, times the rate, to eight, each time a half away from zero. Both branches have one type: a common wider
 * one would have every amount divided by a power of ten in 128 bits. So is a converted one of ten thousand and more;
 * smaller ones are divided in 64.
 */
export function inPortalCurrency(amount: string): string {
  const converted = `(${ofSixDecimals(amount)} * rate)`;
  return `CASE WHEN rate = 1 THEN CAST(${amount} AS DECIMAL(28,8))
    ELSE coalesce(
      CAST(CAST(TRY_CAST(${converted} AS DECIMAL(18,14)) AS DECIMAL(18,8)) AS DECIMAL(28,8)),
      CAST(${converted} AS DECIMAL(28,8))
    ) END`;
}

function ofSixDecimals(amount: string): string {
  return `coalesce(
    CAST(CAST(TRY_CAST(${amount} AS DECIMAL(18,8)) AS DECIMAL(18,6)) AS DECIMAL(20,6)),
    CAST(${amount} AS DECIMAL(20,6))
  )`;
}

/**
 * SQL of an amount in the prices of an order without their tax, from `net_share`: a quotient within one row, rounded to
 * eight decimals before anything is added up, so that sums stay exact.
 */
export function withoutTax(amount: string): string {
  return `CASE WHEN net_share = 1 THEN ${amount} ELSE CAST((${amount}) * net_share AS DECIMAL(28,8)) END`;
}

/** SQL: the rows of "rows" with the rate of their currency, the portal's ($1) where they name none. */
export const RATED = `FROM "rows" r JOIN rates ON rates.currency = upper(coalesce(r.currency, $1))`;

/**
 * SQL of a decimal of at most eight decimals with fewer, a half away from zero, as DECIMAL(18). The engine takes a hundred times as long
 * to divide 128 bits as 64: amounts below ten billion go there first.
 */
export function shortened(amount: string, decimals: number): string {
  const type = `DECIMAL(18, ${decimals})`;
  return `coalesce(CAST(TRY_CAST(${amount} AS DECIMAL(18, 8)) AS ${type}), CAST(${amount} AS ${type}))`;
}

/** SQL of an amount of at most eight decimals in whole hundred-millionths, as BIGINT; those below ten billion in 64 bits. */
export function inHundredMillionths(amount: string): string {
  const short = `TRY_CAST(${amount} AS DECIMAL(18, 8))`;
  // To the nearest whole: what is left over has eight digits at most.
  const whole = `CAST(${short} AS BIGINT)`;
  const rest = `CAST(${short} - CAST(${whole} AS DECIMAL(11, 0)) AS DECIMAL(8, 8))`;
  return `coalesce(
    ${whole} * 100000000 + CAST(${rest} * CAST(100000000 AS DECIMAL(9, 0)) AS BIGINT),
    CAST((${amount}) * 100000000 AS BIGINT)
  )`;
}

/** SQL of an amount in whole hundredths, a half away from zero, as BIGINT; the same way, and any amount. */
export function inCents(amount: string): string {
  return `coalesce(
    CAST(CAST(TRY_CAST(${amount} AS DECIMAL(18, 8)) AS DECIMAL(15, 2)) * CAST(100 AS DECIMAL(3, 0)) AS BIGINT),
    CAST(CAST(${amount} AS DECIMAL(28, 2)) * 100 AS BIGINT)
  )`;
}
