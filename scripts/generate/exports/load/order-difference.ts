/** What lines, discounts, shipping and fees of an order come to, without its tax. */
const WITHOUT_TAX = 'gross - discount + coalesce(shipping, 0) + coalesce(fees, 0)';

/** What is left over when the tax lies inside the prices, and when it comes on top of them. */
const INSIDE = `(total - (${WITHOUT_TAX}))`;
const ON_TOP = `(total - (${WITHOUT_TAX}) - coalesce(tax, 0))`;

/** Rounding: half a cent for each line. */
const SLACK = '0.005 * greatest(lines, 1)';

/** An order whose lines were made of its total says nothing about the total. */
const IS_CHECKED =
  '(total IS NOT NULL AND gross IS NOT NULL AND (lines > 0 OR subtotal IS NOT NULL))';

/** SQL over `heads`: whether the stated total is reached with the tax inside; null without tax or if it is not reached. */
export const TAX_INSIDE = `CASE
  WHEN NOT ${IS_CHECKED} OR coalesce(tax, 0) = 0 OR least(abs(${INSIDE}), abs(${ON_TOP})) > ${SLACK} THEN NULL
  ELSE abs(${INSIDE}) < abs(${ON_TOP}) END`;

/** SQL over `heads`: stated total less the computed one that comes closer; 0 when the order adds up. */
export const DIFFERENCE = `CASE
  WHEN NOT ${IS_CHECKED} THEN NULL
  WHEN least(abs(${INSIDE}), abs(${ON_TOP})) <= ${SLACK} THEN 0
  WHEN abs(${INSIDE}) < abs(${ON_TOP}) THEN ${INSIDE} ELSE ${ON_TOP} END`;

/**
 * SQL over `heads`: the part of the prices that is no tax – all of it where the tax comes on top and where the total does
 * not tell; one that is missed by a quarter of the tax at most still tells that it lies inside.
 * The tax is stated for the whole order: its things and its postage are taken to bear the same rate.
 *
 * @param unstated SQL of the rate that prices hold where no tax is stated
 */
export function netShare(unstated: string): string {
  return `CASE
  WHEN coalesce(tax, 0) = 0 THEN 1 / (1 + ${unstated})
  WHEN tax <> 0 AND sign(tax) = sign(total) AND abs(tax) < abs(total)
    AND coalesce(${TAX_INSIDE}, 4 * abs${INSIDE} <= abs(tax))
  THEN 1 - tax / total ELSE 1 END`;
}
