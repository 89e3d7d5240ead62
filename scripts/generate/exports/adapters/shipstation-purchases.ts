import type { Adapter } from '../adapter.ts';
import { shareOfPieces } from '../cells/share-of-pieces.ts';
import { measuredProduct } from '../cells/within-measure.ts';
import { saysYes } from '../cells/yes-no.ts';

/** The store as one name: stray double spaces are ShipStation's. */
const STORE = `nullif(trim(regexp_replace(store, '\\s+', ' ', 'g')), '')`;

/** What the grid has in place of the items of an order of several: "(3 Items)". */
const ARE_SEVERAL = String.raw`coalesce(regexp_full_match(coalesce("itemName", "itemSku"), '\(\d+ Items?\)'), false)`;

/** Whether a row names an item; rows of adjustments have none. */
const HAS_ITEM = `coalesce("itemSku", "itemName") IS NOT NULL AND "itemQuantity" IS NOT NULL AND NOT ${ARE_SEVERAL}`;

const REPEATED_KEY = `"number", coalesce(${STORE}, ''), coalesce("itemSku", ''), coalesce("itemName", ''),
  coalesce("itemQuantity", 0), coalesce("itemPrice", 0), CASE WHEN "itemSku" IS NULL AND "itemName" IS NULL THEN coalesce("shippingCost", 0) END,
  CASE WHEN "itemSku" IS NULL AND "itemName" IS NULL THEN coalesce(total, 0) END`;

/**
 * What the order exports of ShipStation have in common. The tool repeats what the shops say: its orders count only where
 * no export of the shop has the same number. Totals stand on each row of an order, and an item stands there again for
 * each import and each parcel: both count once.
 */
export const SHIPSTATION_PURCHASES: Pick<
  Adapter,
  'table' | 'dateOrder' | 'ignore' | 'group' | 'overlap' | 'expand' | 'select' | 'notes'
> = {
  table: 'orders',
  dateOrder: 'mdy',
  ignore: [
    {
      code: 'ignored/repeated-row',
      reason:
        'Rows that say again what another row of the order says: imported twice, or sent in parts',
      where: `"rowProblem" IS NULL AND "row" NOT IN (
        SELECT min("row") FROM typed WHERE "rowProblem" IS NULL GROUP BY ${REPEATED_KEY})`,
    },
  ],
  group: 'number',
  overlap: { key: ['number', 'store'], newest: 'orderDate' },
  expand: (typed) => `WITH named AS (
      SELECT * EXCLUDE (store), ${STORE} AS store FROM ${typed}
    ), goods AS (
      SELECT *, CASE WHEN ${HAS_ITEM} THEN "itemQuantity" END AS quantity,
        coalesce(subtotal, total - coalesce(shipping, 0) - coalesce(tax, 0)) AS goods FROM named
    ), counted AS (
      SELECT *, sum(quantity) OVER whole AS pieces,
        coalesce(sum(quantity) OVER (PARTITION BY "number", store ORDER BY "row" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS "before",
        bool_or(quantity IS NOT NULL AND "itemPrice" IS NULL) OVER whole AS "lacksPrice"
      FROM goods WINDOW whole AS (PARTITION BY "number", store)
    )
    SELECT *, CASE WHEN quantity IS NULL THEN NULL WHEN NOT "lacksPrice" THEN ${measuredProduct('quantity', '"itemPrice"')}
      ELSE ${shareOfPieces('goods', { before: '"before"', quantity: 'quantity', all: 'pieces' })} END AS "lineTotal"
    FROM counted ORDER BY "row"`,
  select: {
    // Two stores can give out the same number.
    order: `concat_ws(' ', store, "number")`,
    orderName: '"number"',
    otherNumbers: `CASE WHEN NOT contains("number", ' ') THEN "number" END`,
    placedAt: '"orderDate"',
    placedOn: '"orderDate_on"',
    email: 'email',
    phone: 'phone',
    sku: '"itemSku"',
    title: '"itemName"',
    quantity: 'CASE WHEN "lineTotal" IS NOT NULL THEN quantity END',
    lineTotal: '"lineTotal"',
    channel: 'lower(coalesce(marketplace, store))',
    cancelled: `coalesce(total < 0, false) OR coalesce(lower(status) IN ('cancelled', 'canceled'), false)`,
    gift: saysYes('gift'),
    giftText: 'concat_ws(chr(10), "giftMessage", "buyerNote")',
    // Below zero it takes back what another row says.
    orderSubtotal: 'CASE WHEN subtotal >= 0 THEN subtotal END',
    orderShipping: 'shipping',
    orderTax: 'tax',
    itemCount: `coalesce("itemCount", CASE WHEN ${ARE_SEVERAL} THEN "itemQuantity" END)`,
    orderTotal: 'CASE WHEN total >= 0 THEN total END',
  },
  notes: [
    {
      code: 'note/cancelled',
      reason: 'Rows of orders that were cancelled, or that have a total below zero',
      where: `total < 0 OR lower(status) IN ('cancelled', 'canceled')`,
    },
    {
      code: 'note/no-customer',
      reason: 'Rows without an e-mail or a phone: counted in totals, in nobody’s history',
      where: 'coalesce(email, phone) IS NULL',
    },
    {
      code: 'note/shared-net',
      reason: 'Items without a price: their order’s value is shared by pieces',
      where: `${HAS_ITEM} AND "itemPrice" IS NULL`,
    },
  ],
};
