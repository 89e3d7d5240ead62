import { basename } from 'node:path';

/** A table of Magento that no figure needs, though its columns are much like those of one that is read. */
interface UnreadTable {
  /** What it holds, and its name. */
  holds: string;
  /** Columns that only this table has together. */
  columns: readonly string[];
  /** What the file is called, where another table has the very same columns. */
  fileName?: RegExp;
  /** Where that stands instead, if anything needs it. */
  instead: string | null;
}

const ORDERS = 'orders stand in sales_flat_order';
const RETURNS = 'what was sent back stands in sales_flat_creditmemo and sales_flat_creditmemo_item';
const ORDERED = 'what was ordered stands in sales_flat_order_item';
const PRODUCTS = 'names, brands and categories of products can be given as products.csv';

/** The first that fits tells what a file is. */
const UNREAD: readonly UnreadTable[] = [
  {
    holds: 'invoices (sales_flat_invoice)',
    columns: ['order_id', 'can_void_flag'],
    instead: `${ORDERS}, ${RETURNS}`,
  },
  {
    holds: 'things on invoices (sales_flat_invoice_item)',
    columns: ['parent_id', 'order_item_id', 'base_row_total'],
    fileName: /^(?!.*credit).*invoice/i,
    instead: RETURNS,
  },
  {
    holds: 'the list of credit memos (sales_flat_creditmemo_grid)',
    columns: ['order_increment_id', 'order_created_at', 'creditmemo_status'],
    instead: RETURNS,
  },
  {
    holds: 'the list of invoices (sales_flat_invoice_grid)',
    columns: ['order_increment_id', 'order_created_at', 'billing_name'],
    instead: ORDERS,
  },
  {
    holds: 'things in parcels (sales_flat_shipment_item)',
    columns: ['parent_id', 'order_item_id', 'weight'],
    instead: 'parcels stand in sales_flat_shipment',
  },
  {
    holds: 'baskets, ordered or not (sales_flat_quote)',
    columns: ['items_qty', 'checkout_method'],
    instead: `${ORDERS}; those that were left can be given as abandoned-baskets.csv`,
  },
  {
    holds: 'things in baskets, ordered or not (sales_flat_quote_item)',
    columns: ['quote_id', 'row_total_with_discount'],
    instead: ORDERED,
  },
  {
    holds: 'things in baskets, ordered or not (sales_flat_quote_address_item)',
    columns: ['quote_address_id', 'quote_item_id'],
    instead: ORDERED,
  },
  {
    holds: 'addresses of baskets (sales_flat_quote_address)',
    columns: ['quote_id', 'address_type'],
    instead: null,
  },
  {
    holds: 'addresses of orders (sales_flat_order_address)',
    columns: ['parent_id', 'address_type'],
    instead: null,
  },
  {
    holds: 'numbers of addresses and categories (customer_address_entity and others)',
    columns: ['entity_id', 'entity_type_id', 'attribute_set_id', 'parent_id'],
    instead: null,
  },
  {
    holds: 'products without their names (catalog_product_entity)',
    columns: ['attribute_set_id', 'type_id', 'has_options'],
    instead: PRODUCTS,
  },
  {
    holds: 'attributes (catalog_product_entity_varchar and others)',
    columns: ['entity_id', 'attribute_id', 'value'],
    instead: PRODUCTS,
  },
  {
    holds: 'ratings of products (rating_option_vote)',
    columns: ['vote_id', 'option_id', 'rating_id'],
    instead: null,
  },
  {
    holds: 'roles of programs (api2_acl_role)',
    columns: ['entity_id', 'role_name'],
    instead: null,
  },
];

/** Why a table of Magento is not read, by its header and the file's name; null: it is none of these. */
export function whyMagentoUnread(path: string, header: readonly string[]): string | null {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  const found = UNREAD.find(
    ({ columns, fileName }) =>
      columns.every((column) => names.has(column)) && (fileName?.test(basename(path)) ?? true),
  );
  if (found === undefined) return null;
  const why = `A table of Magento with ${found.holds}: no figure needs it`;
  return found.instead === null ? why : `${why}; ${found.instead}`;
}
