import type { Engine } from './engine.ts';

/**
 * Takes the e-mail and phone of everybody away who was last heard of more than so many days before as-of: the vault and
 * the lists hold nobody longer than they are needed. Heard of: an order, also a cancelled one, an answer, a
 * ticket or a basket.
 * The customers themselves stay, under their key. Of whoever stands in the customer table and in no order, the table
 * is what was heard last.
 */
export async function expireContacts(
  engine: Engine,
  asOf: string,
  retentionDays: number,
): Promise<void> {
  await engine.run(
    `UPDATE customers SET email = NULL, phone = NULL
    WHERE coalesce(email, phone) IS NOT NULL AND customer NOT IN (
      SELECT customer FROM (
        SELECT customer, placed_on AS heard_on FROM orders
        UNION ALL SELECT customer, answered_on FROM survey_responses
        UNION ALL SELECT customer, opened_on FROM tickets
        UNION ALL SELECT customer, abandoned_on FROM abandoned_baskets
        UNION ALL SELECT customer, CAST($1 AS DATE) FROM table_customers
          WHERE customer NOT IN (SELECT customer FROM orders WHERE customer IS NOT NULL)
      ) WHERE customer IS NOT NULL AND CAST($1 AS DATE) - heard_on <= CAST($2 AS INTEGER)
    )`,
    [asOf, retentionDays],
  );
}
