import { MAGENTO1_COLUMNS } from '#generate/exports/adapters/magento1-columns.ts';

type Table = keyof typeof MAGENTO1_COLUMNS;
type Cells = Record<string, string | null>;

const STORE = 'Main Website\nMain Store\nEnglish';

/** A row of sales_flat_order. */
export const order = (id: number, change: Cells): Cells => ({
  entity_id: String(id),
  increment_id: `1000001${id}`,
  state: 'complete',
  status: 'complete',
  store_name: STORE,
  base_currency_code: 'GBP',
  order_currency_code: 'GBP',
  base_discount_amount: '0.0000',
  base_shipping_amount: '0.0000',
  base_tax_amount: '0.0000',
  created_at: '2024-03-10 09:30:00',
  updated_at: '2024-03-12 09:30:00',
  ...change,
});

/** A row of sales_flat_order_item. */
export const item = (
  id: number,
  orderId: number,
  sku: string,
  price: string,
  change: Cells = {},
): Cells => ({
  item_id: String(id),
  order_id: String(orderId),
  created_at: '2024-03-10 09:30:00',
  product_type: 'simple',
  sku,
  name: `A ${sku}`,
  qty_ordered: '1.0000',
  base_price: price,
  base_row_total: price,
  base_discount_amount: '0.0000',
  product_options: 'a:1:{s:5:"label";s:9:"Size; "32""}',
  ...change,
});

/**
 * A shop's tables. Order 11: a configurable product and two mugs, 80 − 8 + 5 + 15.40 = 92.40. Order 12: a bundle of priced
 * parts in a shop with tax inside, 40 − (12 − 2 hidden tax) + 6 = 36. Order 14 is the edited order 13.
 */
export const MAGENTO1_TABLES: Partial<Record<Table, Cells[]>> = {
  orders: [
    order(11, {
      customer_email: 'Ann@example.com',
      customer_is_guest: '1',
      base_subtotal: '80.0000',
      base_discount_amount: '-8.0000',
      base_shipping_amount: '5.0000',
      base_tax_amount: '15.4000',
      base_grand_total: '92.4000',
      base_total_refunded: '13.5000',
      coupon_code: 'SPRING',
      customer_note: 'Two lines,\nthe second\twith a tab and a \\',
    }),
    order(12, {
      customer_id: '7',
      base_subtotal: '40.0000',
      base_discount_amount: '-12.0000',
      base_hidden_tax_amount: '2.0000',
      base_tax_amount: '6.0000',
      base_grand_total: '36.0000',
      created_at: '2024-07-01 23:30:00',
    }),
    order(13, {
      state: 'canceled',
      relation_child_id: '14',
      customer_email: 'cy@example.com',
      base_subtotal: '10.0000',
      base_grand_total: '10.0000',
    }),
    order(14, {
      increment_id: '100000113-1',
      relation_parent_id: '13',
      customer_email: 'cy@example.com',
      base_subtotal: '10.0000',
      base_grand_total: '10.0000',
    }),
  ],
  orderItems: [
    item(201, 11, 'JEANS-32', '50.0000', {
      product_type: 'configurable',
      base_discount_amount: '5.0000',
    }),
    item(202, 11, 'JEANS-32', '0.0000', { parent_item_id: '201' }),
    item(203, 11, 'MUG', '15.0000', {
      qty_ordered: '2.0000',
      base_row_total: '30.0000',
      base_discount_amount: '3.0000',
    }),
    item(204, 12, 'SET', '40.0000', { product_type: 'bundle' }),
    item(205, 12, 'CUP', '25.0000', {
      parent_item_id: '204',
      base_discount_amount: '7.5000',
      base_hidden_tax_amount: '1.2500',
    }),
    item(206, 12, 'SAUCER', '15.0000', {
      parent_item_id: '204',
      base_discount_amount: '4.5000',
      base_hidden_tax_amount: '0.7500',
    }),
    item(207, 13, 'HAT', '10.0000'),
    item(208, 14, 'HAT', '10.0000'),
  ],
  creditmemos: [
    {
      entity_id: '1',
      order_id: '11',
      increment_id: '300000001',
      base_currency_code: 'GBP',
      base_subtotal: '15.0000',
      base_grand_total: '16.2000',
      created_at: '2024-03-20 10:00:00',
    },
    {
      entity_id: '2',
      order_id: '12',
      increment_id: '300000002',
      base_currency_code: 'GBP',
      base_subtotal: '0.0000',
      base_adjustment: '5.0000',
      base_grand_total: '5.0000',
      created_at: '2024-07-20 10:00:00',
    },
  ],
  creditmemoItems: [
    {
      entity_id: '1',
      parent_id: '1',
      sku: 'MUG',
      qty: '1.0000',
      base_row_total: '15.0000',
      base_discount_amount: '1.5000',
      order_item_id: '203',
    },
    { entity_id: '2', parent_id: '1', sku: 'JEANS-32', qty: '0.0000', order_item_id: '202' },
  ],
  shipments: [
    { entity_id: '1', order_id: '11', increment_id: '2000001', created_at: '2024-03-11 09:00:00' },
  ],
  shipmentTracks: [
    {
      entity_id: '1',
      parent_id: '1',
      order_id: '11',
      carrier_code: 'custom',
      title: 'Van',
      created_at: '2024-03-11 09:05:00',
    },
  ],
  customers: [
    {
      entity_id: '7',
      email: 'Bea@Example.com',
      attribute_set_id: '0',
      created_at: '2023-01-01 08:00:00',
      updated_at: '2023-01-01 08:00:00',
    },
  ],
};

const FILES: Record<Table, string> = {
  orders: 'sales_flat_order',
  orderGrid: 'sales_flat_order_grid',
  orderItems: 'sales_flat_order_item',
  creditmemos: 'sales_flat_creditmemo',
  creditmemoItems: 'sales_flat_creditmemo_item',
  shipments: 'sales_flat_shipment',
  shipmentTracks: 'sales_flat_shipment_track',
  customers: 'customer_entity',
};

/** The tables as CSV with a header, as database tools write it: text in quotes, NULL bare. */
export function withHeader(tables = MAGENTO1_TABLES): Record<string, string> {
  return asFiles(tables, 'csv', (columns, rows) => [
    columns.join(','),
    ...rows.map((cells) =>
      cells.map((cell) => (cell === null ? 'NULL' : `"${cell.replaceAll('"', '""')}"`)).join(','),
    ),
  ]);
}

/**
 * The tables as MySQL's INTO OUTFILE writes them: tabs, \N, a backslash before tabs and line breaks.
 *
 * @param header whether the query puts the names of the columns above
 */
export function intoOutfile(tables = MAGENTO1_TABLES, header = false): Record<string, string> {
  return asFiles(tables, 'tsv', (columns, rows) => [
    ...(header ? [columns.join('\t')] : []),
    ...rows.map((cells) =>
      cells
        .map((cell) => (cell === null ? '\\N' : cell.replaceAll(/[\\\t\n]/g, '\\$&')))
        .join('\t'),
    ),
  ]);
}

/**
 * The tables as INTO OUTFILE … ENCLOSED BY '"' and old versions of phpMyAdmin write them: in quotes, quotation marks behind a
 * backslash.
 *
 * @param header whether the first line names the columns
 */
export function escapedQuotes(delimiter: string, header: boolean): Record<string, string> {
  return asFiles(MAGENTO1_TABLES, 'csv', (columns, rows) => [
    ...(header ? [columns.map((column) => `"${column}"`).join(delimiter)] : []),
    ...rows.map((cells) =>
      cells
        .map((cell) => (cell === null ? '\\N' : `"${cell.replaceAll(/[\\"\n]/g, '\\$&')}"`))
        .join(delimiter),
    ),
  ]);
}

function asFiles(
  tables: Partial<Record<Table, Cells[]>>,
  ending: string,
  write: (columns: readonly string[], rows: (string | null)[][]) => string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => {
      const known: readonly string[] = MAGENTO1_COLUMNS[table as Table];
      // Extensions append theirs.
      const further = new Set(rows.flatMap(Object.keys).filter((name) => !known.includes(name)));
      const columns = [...known, ...further];
      const cells = rows.map((row) => columns.map((column) => row[column] ?? null));
      return [`db/${FILES[table as Table]}.${ending}`, `${write(columns, cells).join('\n')}\n`];
    }),
  );
}
