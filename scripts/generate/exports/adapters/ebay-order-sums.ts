import { measuredProduct } from '../cells/within-measure.ts';
import { saysNo } from '../cells/yes-no.ts';

/**
 * SELECT (for Adapter.expand) that tells the rows of eBay's orders report apart. An order of several items has a summary
 * row (no item) with the order's money before its items; an order of one item has everything in one row. Adds "order",
 * "isSummary", "hasSummary", "fees", "includedTax", "perLine" and "isUnpaid".
 *
 * `Sold For` is the price of one piece, and of all things in a summary row. Where an order's own figures show that it
 * is the price of the line, "perLine" is true. An order that nobody has paid has neither number nor
 * day of payment in any of its rows, in a report that states both of others.
 */
export function tellSummaryRows(typed: string): string {
  const fees = FEES.map((name) => `coalesce("${name}", 0)`).join(' + ');
  const tax = `coalesce("sellerTax", 0) + CASE WHEN ${IS_TAX_INCLUDED} THEN coalesce("ebayTax", 0) ELSE 0 END`;
  return `WITH parts AS (
      SELECT *, coalesce("orderNumber", "salesRecord") AS "order", "itemNumber" IS NULL AND title IS NULL AS "isSummary",
        CASE WHEN ${IS_TAX_INCLUDED} THEN ${fees} ELSE 0 END AS fees, ${tax} AS "includedTax"
      FROM ${typed}
    ), sums AS (
      SELECT *, bool_or("isSummary") OVER of_order AS "hasSummary",
        "orderNumber" IS NULL AND max("paidOn") OVER of_order IS NULL AND max("shippedAt") OVER of_order IS NULL
          AND max("paidOn") OVER () IS NOT NULL AND max("orderNumber") OVER () IS NOT NULL AS "isUnpaid",
        sum(CASE WHEN NOT "isSummary" THEN ${measuredProduct('quantity', '"soldFor"')} END) OVER of_order AS "byPiece",
        sum(CASE WHEN NOT "isSummary" THEN "soldFor" END) OVER of_order AS "byLine",
        coalesce(
          max(CASE WHEN "isSummary" THEN "soldFor" END) OVER of_order,
          max(total - coalesce(shipping, 0) - fees - "includedTax") OVER of_order
        ) AS stated
      FROM parts WINDOW of_order AS (PARTITION BY "order")
    )
    SELECT * EXCLUDE ("byPiece", "byLine", stated),
      coalesce("byLine" = stated AND "byPiece" <> stated, false) AS "perLine"
    FROM sums ORDER BY "row"`;
}

/** Columns of what the buyer is charged besides price, shipping and tax. */
const FEES = [
  'electronicWasteFee',
  'mattressFee',
  'batteryFee',
  'whiteGoodsTax',
  'tireFee',
  'additionalFee',
  'lumberFee',
  'prepaidWirelessFee',
  'insurance',
  'cashOnDelivery',
  'roadFee',
  'collectedCharges',
];

/** What eBay collects itself may be left out of the total; older reports do not say and include it. */
const IS_TAX_INCLUDED = `coalesce(NOT (${saysNo('"taxIncluded"')} OR lower("taxIncluded") = 'nein'), true)`;
