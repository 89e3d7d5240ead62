/**
 * A trillion: more is damage (a barcode in the column of quantities has thirteen digits), whatever the currency. A
 * number cell of more is rejected; what adapters compute is held there, so that sums stay far from the engine's
 * limits, and a row that reaches it is rejected when it is loaded (load/beyond-measure.ts).
 */
export const MEASURE = 1_000_000_000_000;

/** Digits before the decimal sign of a number below that. */
export const MEASURED_DIGITS = 12;

/**
 * SQL of a number or a text with one as DECIMAL(18,4) from minus a trillion to a trillion; null where it is no number.
 *
 * @example withinMeasure("'2.50'") // SQL that gives 2.5000
 */
export function withinMeasure(number: string): string {
  const exact = `TRY_CAST(${number} AS DECIMAL(38,8))`;
  const held = `CASE WHEN ${exact} > ${MEASURE} THEN ${MEASURE} WHEN ${exact} < -${MEASURE} THEN -${MEASURE} ELSE ${exact} END`;
  return `CAST(${held} AS DECIMAL(18,4))`;
}

/**
 * SQL of the product of two DECIMAL(18,4), as DECIMAL(18,4) from minus a trillion to a trillion. A bare product has
 * eighteen digits in the engine, eight of them decimals: of ten billion it would end the run.
 */
export function measuredProduct(left: string, right: string): string {
  return withinMeasure(`CAST(${left} AS DECIMAL(28,4)) * ${right}`);
}
