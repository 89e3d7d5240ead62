import type { Adapter, ColumnDeclaration, Reshaped } from '../adapter.ts';
import { splitRecords } from '../read/split-records.ts';
import { bigcommerce } from './bigcommerce.ts';

/** The columns of the default template that are read, in its order; further ones are told by where they stand. */
const FIRST = [
  'Order ID',
  'Customer ID',
  'Customer Name',
  'Customer Email',
  'Customer Phone',
  'Order Date',
  'Order Status',
  'Subtotal (inc tax)',
  'Subtotal (ex tax)',
  'Tax Total',
  'Shipping Cost (inc tax)',
  'Shipping Cost (ex tax)',
  'Ship Method',
  'Handling Cost (inc tax)',
  'Handling Cost (ex tax)',
  'Order Total (inc tax)',
  'Order Total (ex tax)',
  'Payment Method',
  'Total Quantity',
  'Total Shipped',
  'Date Shipped',
  'Order Currency Code',
  'Exchange Rate',
  'Order Notes',
  'Customer Message',
];

/** What stands where else, in the template of 48 columns and in that of 56. */
const FURTHER: Record<number, Record<number, string>> = {
  48: { 34: 'Billing Phone', 35: 'Billing Email', 47: 'Product Details' },
  56: {
    34: 'Billing Phone',
    35: 'Billing Email',
    49: 'Product Details',
    54: 'Coupon Details',
    55: 'Refund Amount',
  },
};

/** Names that no real header has, so that a file with a header is never taken for one without. */
function headerless(name: string): string {
  return `${name} (no header)`;
}

function headerOf(width: number): string[] {
  const further = FURTHER[width] ?? {};
  return Array.from({ length: width }, (_, index) =>
    headerless(FIRST[index] ?? further[index] ?? `Column ${index + 1}`),
  );
}

/** A row of the default template: a number first, and the lines of the order where they belong. */
function isOrder(cells: string[]): boolean {
  const place = Object.entries(FURTHER[cells.length] ?? {}).find(
    ([, name]) => name === 'Product Details',
  )?.[0];
  return (
    place !== undefined &&
    /^\d+$/.test(cells[0] ?? '') &&
    /^Product ID: \d*, Product Qty: /.test(cells[Number(place)] ?? '')
  );
}

function toTable(text: string): Reshaped {
  const records = splitRecords(text, ',');
  return {
    header: headerOf(records[0]?.cells.length ?? 0),
    rows: records.map(({ line, cells }) => ({ line, cells })),
    ignored: [],
  };
}

function withoutHeader(column: ColumnDeclaration): ColumnDeclaration {
  return { ...column, headers: column.headers.map(headerless) };
}

/** BigCommerce's default template without its header, as tools that split the export leave it behind. */
export const bigcommerceHeaderless: Adapter = {
  ...bigcommerce,
  id: 'bigcommerce-headerless',
  label: 'BigCommerce: Orders → Export, without its header',
  platform: bigcommerce.id,
  columns: Object.fromEntries(
    Object.entries(bigcommerce.columns).map(([name, column]) => [name, withoutHeader(column)]),
  ),
  otherHeaders: [],
  reshape: {
    recognises: (head) => isOrder(splitRecords(head, ',', 1)[0]?.cells ?? []),
    toTable,
  },
};
