import type { Adapter } from '../adapter.ts';
import { looseAmount } from '../cells/loose-amount.ts';

/** Below this a file with an e-mail column is any other table. */
const FEWEST_BRANDS = 5;
/** Cells of the first row that must be numbers or empty. */
const NUMERIC_SHARE = 0.9;

const NAMES = {
  email: ['customer_email', 'email', 'e-mail', 'email address'],
  customerId: ['customer_id', 'id customer'],
  total: ['total', 'grand total', 'sum'],
};
const NOT_READ = [
  'customer_name',
  'name',
  'firstname',
  'lastname',
  'first name',
  'last name',
  'customer_group',
  'customer group',
  'group',
  'group_id',
  'website',
  'store',
  ...['website_id', 'store_id', 'store_name', 'prefix', 'middlename', 'middle name', 'suffix'],
  ...['telephone', 'phone', 'city', 'postcode', 'zip', 'region', 'country', 'country_id'],
  // What such a query counts of a customer besides.
  ...['orders', 'order_count', 'orders_count', 'num_orders', 'number_of_orders', 'nb_orders'],
  ...['total_orders', 'last_order', 'last_order_date', 'last_order_at', 'last_order_on'],
  ...['last_purchase', 'last_purchase_date', 'last_purchased', 'last_purchased_at', 'last_bought'],
  ...['first_order', 'first_order_date', 'first_order_at', 'first_purchase', 'first_purchase_date'],
  ...['items', 'item_count', 'total_items', 'total_qty', 'qty_ordered', 'total_qty_ordered'],
  ...['total_spent', 'revenue', 'total_revenue', 'created_at', 'updated_at'],
];

/** Cells in which a database writes nothing. */
const NOTHING = ['NULL', '\\N'];

/** A table with such a column is one of accounts, whose many empty fields would pass for brands. */
const OF_ACCOUNTS = 'passwordhash';

/** A name of a column that is a number; a row of data with the word "Email" in a cell has many of them. */
const NUMBER = /^-?\d+(?:[.,]\d+)*$/;
/** More columns than this share are no brands called by numbers ("1017"). */
const NUMBERED_SHARE = 0.5;

const AMOUNT = /^\D{0,3}\s?-?\d[\d.,\s]*\D{0,4}$/;

function fold(header: string): string {
  return header.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Whether a table is one row a customer and one column a brand: who, and at least five more columns of numbers. */
function isBrandReport(header: string[], firstRow: string[]): boolean {
  const known = new Set([...Object.values(NAMES).flat(), ...NOT_READ].map(fold));
  const brands = header.flatMap((name, index) =>
    name.trim() === '' || known.has(fold(name)) ? [] : [index],
  );
  const numbered = brands.filter((index) => NUMBER.test(header[index]?.trim() ?? ''));
  if (numbered.length > NUMBERED_SHARE * brands.length) return false;
  const cells = brands.map((index) => firstRow[index]?.trim() ?? '');
  const isNothing = (cell: string): boolean => cell === '' || NOTHING.includes(cell.toUpperCase());
  const numbers = cells.filter((cell) => isNothing(cell) || AMOUNT.test(cell)).length;
  return (
    cells.length >= FEWEST_BRANDS &&
    cells.some((cell) => AMOUNT.test(cell)) &&
    numbers >= NUMERIC_SHARE * cells.length &&
    !header.some((name) => fold(name) === OF_ACCOUNTS)
  );
}

/**
 * SQL: the cells of a row added up.
 *
 * @param row "k." of a row by that name, or nothing
 */
function cellSum(row: string): string {
  return `coalesce(list_sum(list_transform(${row}brands, part -> CAST(${looseAmount('part.cell')} AS DECIMAL(18,4)))), 0)`;
}

const IS_TOTAL = `("customerId" IS NULL OR NOT regexp_matches("customerId", '\\d'))
  AND (email IS NULL OR NOT contains(email, '@'))`;

/**
 * The brand report that shops have drawn from Magento: one row a customer, one column a brand, in it what they spent on it
 * or how many things they took. A column and a row of totals are proof and nothing else.
 */
export const magento1BrandReport: Adapter = {
  id: 'magento1-brand-report',
  label: 'Magento 1: brand report',
  table: 'customer_traits',
  platform: 'magento1',
  columns: {
    email: { headers: NAMES.email, type: 'text', personal: true },
    customerId: { headers: NAMES.customerId, type: 'text', personal: true },
    total: { headers: NAMES.total, type: 'decimal' },
    brands: { headers: [], type: 'cells' },
  },
  otherHeaders: NOT_READ,
  emptyCells: NOTHING,
  oneOf: [['email', 'customerId']],
  recognises: isBrandReport,
  summaries: [
    {
      reason: 'Rows with the totals of the brands',
      where: `(${IS_TOTAL}) AND len(brands) > 0`,
      sums: ['total'],
      sumsOf: { 'all brands': (row) => cellSum(`${row}.`) },
    },
  ],
  expand: (typed) =>
    `SELECT "row", email, "customerId", part.header AS brand, part.cell AS cell, ${looseAmount('part.cell')} AS amount
    FROM (SELECT "row", email, "customerId", unnest(brands) AS part FROM ${typed})`,
  select: {
    email: 'email',
    customerId: '"customerId"',
    trait: 'brand',
    value: 'amount',
    text: 'CASE WHEN amount IS NULL THEN cell END',
  },
  notes: [
    {
      code: 'note/total-differs',
      reason: 'Rows whose total is not the sum of their brands',
      where: `total IS NOT NULL AND abs(total - ${cellSum('')}) > 0.005`,
    },
  ],
};
