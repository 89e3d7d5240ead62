import type { Adapter } from '../adapter.ts';
import type { ExportTable } from '../interchange.ts';

/** What a file holds that a spreadsheet program has damaged: where none of it stands, no cell is asked. */
export const SPREADSHEET_MARKS = ['E+', 'TRUE', 'FALSE'] as const;

/**
 * A long number, or a text like "12E3", as such a program shows it: one digit, its decimals, and an exponent of two
 * digits. "1E5" and "12E+3" it never writes.
 */
const SHORTENED = String.raw`\d([.,]\d+)?E\+\d{2,3}`;

/** What it makes of a cell that says "true": in a name only its case is lost, and nothing names an order or a thing so. */
const TRUTHS = ['TRUE', 'FALSE'];
const IS_TRUTH = `IN (${TRUTHS.map((text) => `'${text}'`).join(', ')})`;

/** SQL: whether a spreadsheet program has shortened the text. */
export function isShortened(cell: string): string {
  return `CASE WHEN contains(${cell}, 'E+') THEN regexp_full_match(${cell}, '${SHORTENED}') ELSE false END`;
}

/** SQL: whether the cell says TRUE or FALSE. */
export function isTruth(cell: string): string {
  return `${cell} ${IS_TRUTH}`;
}

/** Whether a cell that is no yes/no says so. */
export function saysTruth(text: string): boolean {
  return TRUTHS.includes(text.trim());
}

/** SQL: whether what names an order or a thing is lost: shortened, or TRUE. */
export function isDamagedKey(cell: string): string {
  return `(${isTruth(cell)} OR ${isShortened(cell)})`;
}

/** Interchange columns that say what a row is about. */
const KEYS: Partial<Record<ExportTable, string[]>> = {
  orders: ['order', 'orderName', 'sku'],
  products: ['sku'],
  returns: ['returnId', 'order', 'sku'],
  shipments: ['order'],
  fulfilment_checks: ['order'],
  tickets: ['ticket'],
  abandoned_baskets: ['basket'],
};

/** Those that only describe a thing. */
const NAMES: Partial<Record<ExportTable, string[]>> = {
  orders: ['title', 'category', 'brand'],
  products: ['title', 'category', 'brand'],
};

/** Columns of the adapter that name what its rows are about: damage in them rejects the row. */
export function keyColumns(adapter: Adapter): string[] {
  return takenAsTheyStand(adapter, KEYS);
}

/** Columns of the adapter that describe things: one that says nothing but TRUE and FALSE is no such column. */
export function nameColumns(adapter: Adapter): string[] {
  return takenAsTheyStand(adapter, NAMES);
}

/** Columns of the adapter that say who it was. */
export function personColumns(adapter: Adapter): string[] {
  return takenAsTheyStand(adapter, { [adapter.table]: ['email', 'phone', 'customerId'] });
}

/** Columns of text whose cells are left out where they are shortened. */
export function leftOutColumns(adapter: Adapter): string[] {
  const keys = keyColumns(adapter);
  return Object.entries(adapter.columns).flatMap(([name, { type, identifier, ownDamage }]) =>
    type === 'text' && identifier === undefined && ownDamage !== true && !keys.includes(name)
      ? [name]
      : [],
  );
}

function takenAsTheyStand(
  { table, select, columns }: Adapter,
  wanted: Partial<Record<ExportTable, string[]>>,
): string[] {
  return (wanted[table] ?? []).flatMap((column) => {
    const [, name = ''] = /^"?(\w+)"?$/.exec(select[column] ?? '') ?? [];
    return columns[name]?.type === 'text' ? [name] : [];
  });
}
