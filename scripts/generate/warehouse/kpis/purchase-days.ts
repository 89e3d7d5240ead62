/** One row for each day on which an identified customer bought, with the purchase days before and after it. */
export const PURCHASE_DAYS = `
CREATE OR REPLACE TEMP TABLE purchase_days AS
SELECT
  person,
  placed_on AS day,
  lag(placed_on) OVER (PARTITION BY person ORDER BY placed_on) AS previous,
  lead(placed_on) OVER (PARTITION BY person ORDER BY placed_on) AS next
FROM (SELECT DISTINCT person, placed_on FROM kpi_orders WHERE is_purchase AND person IS NOT NULL)`;
