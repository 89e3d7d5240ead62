/** What the rows of an export, one an item, say of the orders they belong to. */
export interface ItemRows {
  /** SQL of the order's number. */
  order: string;
  /** SQL that is true for a cancelled item. */
  cancelled: string;
  /** New column → SQL of an amount of each item, to be added up over its order. */
  sums?: Record<string, string>;
}

/**
 * SELECT (for Adapter.expand) that keeps the rows and adds "orderIsCancelled" (all items of the order are cancelled),
 * "lineIsCancelled" (this item is, others of its order are not: it was not bought) and the sums over each order, which
 * leave such items out.
 */
export function sumItemRows(typed: string, { order, cancelled, sums = {} }: ItemRows): string {
  const added = Object.entries(sums).map(
    ([name, amount]) =>
      `sum(CASE WHEN NOT "lineIsCancelled" THEN ${amount} END) OVER (PARTITION BY ${order}) AS "${name}"`,
  );
  return `WITH items AS (
      SELECT *, coalesce(${cancelled}, false) AS "itemIsCancelled" FROM ${typed}
    ), lines AS (
      SELECT * EXCLUDE ("itemIsCancelled"), bool_and("itemIsCancelled") OVER of_order AS "orderIsCancelled",
        "itemIsCancelled" AND NOT bool_and("itemIsCancelled") OVER of_order AS "lineIsCancelled"
      FROM items WINDOW of_order AS (PARTITION BY ${order})
    )
    SELECT ${['*', ...added].join(', ')} FROM lines ORDER BY "row"`;
}

/** SQL of a value of the line; null for an item that was cancelled out of its order. */
export function ofLine(value: string): string {
  return `CASE WHEN NOT "lineIsCancelled" THEN ${value} END`;
}
