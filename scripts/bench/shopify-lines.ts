import type { Engine } from '#generate/warehouse/engine.ts';
import { SHOPIFY_COLUMNS } from '#sample/shopify-columns.ts';

/** SQL of the columns that every row of an order has. */
const ROW: Record<string, string> = {
  Name: `concat('#', 1000 + "order")`,
  Email: `concat('customer', customer, '@example.com')`,
  'Created at': `concat(strftime(placed, '%Y-%m-%d %H:%M:%S'), ' -0500')`,
  'Lineitem quantity': '1 + line % 3',
  'Lineitem name': `concat('Product ', product, ' - Size ', product % 7)`,
  'Lineitem price': 'price',
  'Lineitem sku': `concat('SKU-', product)`,
  'Lineitem requires shipping': `'true'`,
  'Lineitem taxable': `'true'`,
  'Lineitem fulfillment status': `'fulfilled'`,
  'Lineitem discount': `'0.00'`,
  Vendor: `concat('Brand ', product % 40)`,
};

/** SQL of the columns that only the first row of an order has. */
const FIRST_ROW: Record<string, string> = {
  'Financial Status': `'paid'`,
  'Paid at': `concat(strftime(placed, '%Y-%m-%d %H:%M:%S'), ' -0500')`,
  'Fulfillment Status': `'fulfilled'`,
  'Fulfilled at': `concat(strftime(placed + INTERVAL 1 DAY, '%Y-%m-%d %H:%M:%S'), ' -0500')`,
  'Accepts Marketing': `CASE WHEN customer % 3 = 0 THEN 'yes' ELSE 'no' END`,
  Currency: `'USD'`,
  Subtotal: 'subtotal',
  Shipping: `CAST(5.00 AS DECIMAL(10,2))`,
  Taxes: `CAST(0 AS DECIMAL(10,2))`,
  Total: 'CAST(subtotal + 5 AS DECIMAL(10,2))',
  'Discount Amount': `'0.00'`,
  'Shipping Method': `'Standard'`,
  'Billing Name': `'A. Person'`,
  'Billing Address1': `concat(customer % 900, ' Example Street')`,
  'Billing City': `'Exampleton'`,
  'Billing Zip': `concat('''', lpad((customer % 99999)::VARCHAR, 5, '0'))`,
  'Billing Country': `'US'`,
  'Shipping Name': `'A. Person'`,
  'Shipping Address1': `concat(customer % 900, ' Example Street')`,
  'Shipping City': `'Exampleton'`,
  'Shipping Country': `'US'`,
  'Payment Method': `'Card'`,
  'Refunded Amount': `'0.00'`,
  'Outstanding Balance': `'0.00'`,
  Id: `5000000000000 + "order"`,
  'Risk Level': `'Low'`,
  Source: `'web'`,
};

/**
 * Writes so many order lines in Shopify's format: five lines to three orders, one customer to five orders, four
 * years. The same count gives the same bytes.
 */
export async function writeShopifyLines(
  engine: Engine,
  lines: number,
  file: string,
): Promise<void> {
  const columns = SHOPIFY_COLUMNS.map((name) => {
    const first = FIRST_ROW[name];
    const value =
      ROW[name] ?? (first === undefined ? 'NULL' : `CASE WHEN is_first THEN ${first} END`);
    return `${value} AS "${name}"`;
  });
  const price = (line: string): string =>
    `(CAST(5 + ${line} * 104729 % 5000 % 95 AS DECIMAL(10,2)) + CAST(0.90 AS DECIMAL(10,2)))`;
  const value = (line: string): string => `(1 + ${line} % 3) * ${price(line)}`;
  // An order has one line or two: the second, where there is one, is the next.
  await engine.run(`COPY (
    WITH lines AS (
      SELECT line, line * 3 // 5 AS "order", (line * 3 // 5) * 7919 % ${Math.ceil(lines / 8)} AS customer,
        line * 104729 % 5000 AS product, line = 0 OR line * 3 // 5 <> (line - 1) * 3 // 5 AS is_first,
        ${price('line')} AS price,
        CAST(${value('line')} + CASE WHEN (line + 1) * 3 // 5 = line * 3 // 5 THEN ${value('(line + 1)')} ELSE 0 END AS DECIMAL(10,2)) AS subtotal,
        TIMESTAMP '2022-01-01' + to_seconds(line * 3 // 5 * 126000000 // ${Math.ceil((lines * 3) / 5)}) AS placed
      FROM range(${lines}) t(line)
    )
    SELECT ${columns.join(', ')} FROM lines
  ) TO '${file.replaceAll("'", "''")}' (HEADER, DELIMITER ',')`);
}
