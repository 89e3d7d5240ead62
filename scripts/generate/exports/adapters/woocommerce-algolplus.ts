import type { Adapter } from '../adapter.ts';
import { looseAmount } from '../cells/loose-amount.ts';
import { numberedCell, numberedCells, numbersOf } from '../cells/numbered-cells.ts';
import { unescapeHtml } from '../cells/unescape-html.ts';
import { measuredProduct } from '../cells/within-measure.ts';
import { foldHeader } from '../plan/fold-header.ts';
import {
  statusNotes,
  statusProgress,
  isCancelledStatus,
  isRefundedStatus,
  notOrders,
} from './woocommerce-status.ts';

/** Labels of an item, as the plugin's versions and language packs have them; the first that there is counts. */
const ITEM_LABELS = {
  sku: ['SKU', 'UGS'],
  title: [
    ...['Item Name', 'Nom de l’élément', 'Nombre del artículo', 'Name', 'Nom', 'Nombre'],
    ...['Product Name', 'Nom du produit', 'Nombre del producto'],
  ],
  category: [
    ...['Category', 'Catégorie', 'Categoría', 'Full names for categories'],
    ...['Noms complets pour les catégories', 'Nombres completos de las categorías'],
  ],
  quantity: ['Quantity', 'Qty', 'Quantité', 'Cantidad'],
  cost: ['Item Cost', 'Prix du produit', 'Coste de artículo'],
  before: [
    ...['Order Line Subtotal', 'Sous-total de la ligne de commande'],
    ...['Subtotal de la línea del pedido'],
  ],
  after: [
    ...['Order Line Total', 'Total de la ligne de commande', 'Total de la línea del pedido'],
    ...[
      'Order Line (w/o tax)',
      'Ligne de commande (sans taxe)',
      'Línea del pedido (sin impuestos)',
    ],
  ],
  itemDiscount: [
    ...['Item Discount Amount', 'Montant de la réduction de l’article'],
    ...['Cantidad de descuento del artículo'],
  ],
} as const;

const FURTHER_ITEM_LABELS = [
  'Item #',
  'Article #',
  'Artículo #',
  'Item ID',
  'Product Id',
  'Variation Id',
  'Product Variation',
  'Item Seller',
  'Quantity (- Refund)',
  'Quantité (- Remboursement)',
  'Cantidad (- reembolso)',
  'Product Current Price',
  'Order Line Tax',
  'Order Line Tax Refunded',
  'Order Line Tax (- Refund)',
  'Order Line Subtotal Tax',
  'Order Line Total (include tax)',
  'Order Line Total Refunded',
  'Order Line Total (- Refund)',
  'Item Tax Rate',
  'Type',
  'Price',
  'Tags',
  'Width',
  'Length',
  'Height',
  'Weight',
  'Product URL',
  'Download URL',
  'Image URL',
  'Product Shipping Class',
  'Description',
  'Short Description',
  'Coupon Code',
  'Discount Amount',
  'Réduction',
  'Importe de descuento',
  'Discount Amount Tax',
  'Taxe de la réduction',
  'Importe de impuestos del descuento',
  'Discount Amount + Tax',
  'Coupon Description',
  'Coupon Type',
  'Coupon Amount',
];

const REPEATED = [...Object.values(ITEM_LABELS).flat(), ...FURTHER_ITEM_LABELS].map(foldHeader);

/** SQL of a cell of the item at "place", out of "SKU #2", "Name #2", "Quantity #2" …; null: there are no such columns. */
function repeated(labels: readonly string[]): string {
  const cells = labels.map((label) => numberedCell('cells', foldHeader(label), 'place'));
  return `coalesce(${cells.join(', ')})`;
}

/** SQL of the rows of an order: one for each item of repeated columns; a row that is an item stays as it is. */
function expand(typed: string): string {
  const texts = ['sku', 'title', 'category'] as const;
  const numbers = ['quantity', 'cost', 'before', 'after', 'itemDiscount'] as const;
  const columns = [...texts, ...numbers].map((name) => `"${name}"`).join(', ');
  return `WITH numbered AS (
      SELECT * EXCLUDE ("itemCells"), ${numberedCells('"itemCells"')} AS cells FROM ${typed}
    ), items AS (
      SELECT *, unnest(${numbersOf('cells')}) AS place FROM numbered
    ), texts AS (
      SELECT * EXCLUDE (cells), ${[...texts, ...numbers].map((name) => `${repeated(ITEM_LABELS[name])} AS "${name}_cell"`).join(', ')} FROM items
    ), told AS (
      SELECT * EXCLUDE (${columns}),
        ${texts.map((name) => `coalesce("${name}_cell", "${name}") AS "${name}"`).join(', ')},
        ${numbers.map((name) => `coalesce(${looseAmount(`"${name}_cell"`)}, "${name}") AS "${name}"`).join(', ')}
      FROM texts
    ), valued AS (
      -- "Item Cost" is that of one piece, after discounts and without tax.
      SELECT *, coalesce("after", ${measuredProduct('cost', 'quantity')}) AS paid FROM told
    )
    SELECT * EXCLUDE (title, category, quantity), ${unescapeHtml('title')} AS title, ${unescapeHtml('category')} AS category,
      coalesce("before", paid + "itemDiscount", paid) AS "lineTotal",
      greatest(coalesce("before", paid + "itemDiscount", paid) - paid, 0) AS "lineDiscount",
      CASE WHEN coalesce("before", paid) IS NOT NULL THEN quantity END AS quantity
    FROM valued ORDER BY "row", place`;
}

/**
 * AlgolPlus's plugin Advanced Order Export for WooCommerce. Its user ticks the columns, can rename them, and has the
 * products as further rows of the order or as repeated columns ("SKU #1", "SKU #2"). Version 1 wrote some labels with a
 * Cyrillic С. Labels and states are in the language of the shop, as far as a language pack of the plugin names them (fr, es).
 */
export const woocommerceAlgolplus: Adapter = {
  id: 'woocommerce-algolplus',
  label: 'WooCommerce: Advanced Order Export (AlgolPlus)',
  table: 'orders',
  columns: {
    number: {
      headers: [
        ...['Order Number', 'Numéro de commande', 'Número de pedido'],
        ...['Order ID', 'ID de commande', 'ID del pedido'],
      ],
      type: 'text',
      identifier: true,
      required: true,
      personal: true,
    },
    orderId: {
      headers: ['Order ID', 'ID de commande', 'ID del pedido'],
      type: 'text',
      personal: true,
    },
    orderDate: {
      headers: ['Order Date', 'Date de commande', 'Fecha del pedido'],
      type: 'timestamp',
      required: true,
    },
    status: {
      headers: ['Order Status', 'État de la commande', 'Estado del pedido'],
      type: 'text',
      requiredHeader: true,
    },
    email: {
      headers: [
        ...['Email (Billing)', 'E-mail (Facturation)', 'Correo electrónico (facturación)'],
        ...['Customer User Email', 'E-mail du client', 'Correo electrónico del cliente'],
      ],
      type: 'text',
      personal: true,
    },
    phone: {
      headers: [
        ...['Phone (Billing)', 'Téléphone (Facturation)', 'Teléfono (facturación)'],
        ...['Phone (Shipping)', 'Téléphone (Livraison)', 'Teléfono (envío)'],
      ],
      type: 'text',
      personal: true,
    },
    country: {
      headers: [
        ...['Country Code (Billing)', 'Code du pays (Facturation)'],
        ...['Código del país (facturación)', 'Country Code (Shipping)'],
        ...['Code du pays (Livraison)', 'Código del país (envío)'],
      ],
      type: 'text',
    },
    customerId: {
      headers: ['Customer User ID', 'ID du client', 'ID de usuario del cliente'],
      type: 'text',
      personal: true,
    },
    customerNote: {
      headers: ['Customer Note', 'Note du client', 'Nota del cliente'],
      type: 'text',
      personal: true,
    },
    currency: { headers: ['Currency', 'Order Currency', 'Devise', 'Moneda'], type: 'text' },
    sku: { headers: [...ITEM_LABELS.sku], type: 'text' },
    title: { headers: [...ITEM_LABELS.title], type: 'text' },
    category: { headers: [...ITEM_LABELS.category], type: 'text' },
    quantity: { headers: [...ITEM_LABELS.quantity], type: 'decimal' },
    cost: { headers: [...ITEM_LABELS.cost], type: 'decimal' },
    before: { headers: [...ITEM_LABELS.before], type: 'decimal' },
    after: { headers: [...ITEM_LABELS.after], type: 'decimal' },
    itemDiscount: { headers: [...ITEM_LABELS.itemDiscount], type: 'decimal' },
    itemCells: {
      headers: [],
      headerPattern: String.raw`(?:${REPEATED.join('|')})\d+`,
      type: 'cells',
    },
    couponCode: {
      headers: [
        ...['Coupon Code', 'Code de coupon', 'Código de cupón', 'Coupons Used'],
        ...['Coupons utilisés'],
      ],
      type: 'text',
      personal: true,
    },
    cartDiscount: {
      headers: [
        ...['Cart Discount Amount', 'Montant de la remise panier'],
        ...['Importe de descuento del carrito'],
      ],
      type: 'decimal',
    },
    subtotal: {
      headers: [
        ...['Order Subtotal Amount', 'Sous-total de la commande', 'Importe de subtotal del pedido'],
      ],
      type: 'decimal',
    },
    discountedSubtotal: {
      headers: [
        ...['Order Subtotal - Cart Discount', 'Sous-total de commande - réduction panier'],
        ...['Subtotal del pedido - descuento del carrito'],
      ],
      type: 'decimal',
    },
    shipping: {
      headers: [
        ...['Order Shipping Amount', 'Montant de la livraison', 'Importe de envío del pedido'],
      ],
      type: 'decimal',
    },
    shippingTax: {
      headers: [
        ...['Order Shipping Tax Amount', 'Taxe de livraison de commande'],
        ...['Importe de impuestos del envío del pedido'],
      ],
      type: 'decimal',
    },
    tax: { headers: ['Order Tax Amount', 'Montant de la taxe de commande'], type: 'decimal' },
    totalTax: {
      headers: [
        ...['Order Total Tax Amount', 'Montant total de la taxe'],
        ...['Importe total de impuestos del pedido'],
      ],
      type: 'decimal',
    },
    fee: {
      headers: ['Order Total Fee', 'Total des frais de commande', 'Cuota total del pedido'],
      type: 'decimal',
    },
    refund: {
      headers: [
        ...['Order Refund Amount', 'Montant du remboursement de la commande'],
        ...['Importe reembolsado del pedido'],
      ],
      type: 'decimal',
    },
    total: {
      headers: [
        ...['Order Total Amount', 'Montant total de la commande', 'Importe total del pedido'],
      ],
      type: 'decimal',
    },
    totalItems: {
      headers: ['Total items', 'Articles au total', 'Total de artículos'],
      type: 'decimal',
    },
  },
  otherHeaders: [
    ...FURTHER_ITEM_LABELS,
    'Line number',
    'Modification Date',
    'Transaction ID',
    'Completed Date',
    'Paid Date',
    'Date of first refund',
    'Order Notes',
    'Customer IP address',
    'Customer Username',
    'Customer Role',
    'Customer Total Orders',
    'Customer Total Spent',
    'User Website',
    ...['Billing', 'Shipping'].flatMap((kind) =>
      [
        'First Name',
        'Last Name',
        'Full Name',
        'Company',
        'Address 1&2',
        'Address 1',
        'Address 2',
        'City',
        'State',
        'State Code',
        'State Name',
        'City, State, Zip',
        'Zip',
        'Postcode',
        'Country Name',
        'Phone',
      ].map((label) => `${label} (${kind})`),
    ),
    ...['Facturation', 'Livraison'].flatMap((kind) =>
      [
        ...['Prénom', 'Nom de famille', 'Nom complet', 'Société', 'Adresse 1 & 2', 'Adresse 1'],
        ...['Adresse 2', 'Ville', 'Code de l’état', 'Nom de l’état', 'Code postal', 'Nom du pays'],
      ].map((label) => `${label} (${kind})`),
    ),
    ...['facturación', 'envío'].flatMap((kind) =>
      [
        ...['Nombre', 'Apellidos', 'Nombre completo', 'Empresa', 'Dirección lineas 1 y 2'],
        ...['Dirección línea 1', 'Dirección línea 2', 'Ciudad', 'Código de provincia', 'Provincia'],
        ...['Código postal', 'País'],
      ].map((label) => `${label} (${kind})`),
    ),
    ...['Titre de la méthode de livraison', 'Titre de la méthode de paiement'],
    ...['Título del método de envío', 'Título del método de pago'],
    'Products',
    'Coupons',
    'Shipping Method Title',
    'Shipping Method',
    'Payment Method Title',
    'Payment Method',
    'Coupons Used',
    'Cart Discount Tax Amount',
    'Cart Discount Amount Tax',
    'Order Subtotal Amount Refunded',
    'Order Subtotal Amount (- Refund)',
    'Order Shipping + Tax Amount',
    'Order Shipping Amount Refunded',
    'Order Shipping Amount (- Refund)',
    'Order Shipping Tax Refunded',
    'Order Shipping Tax Amount (- Refund)',
    'Order Total Amount (- Refund)',
    'Order Total Amount without Tax',
    'Order Total Tax Amount Refunded',
    'Order Total Tax Amount (- Refund)',
    'Total weight',
    'Exported items',
    'Total products',
  ],
  ignore: notOrders('status'),
  group: 'number',
  overlap: {
    key: ['number'],
    newest: 'orderDate',
    placed: 'orderDate',
    buyer: 'email',
    progress: statusProgress('status'),
  },
  expand,
  select: {
    order: 'coalesce("orderId", "number")',
    orderName: '"number"',
    placedAt: '"orderDate"',
    placedOn: '"orderDate_on"',
    email: 'email',
    phone: 'phone',
    country: 'country',
    customerId: `nullif("customerId", '0')`,
    sku: 'sku',
    title: 'title',
    category: 'category',
    quantity: 'quantity',
    lineTotal: 'CASE WHEN quantity IS NOT NULL THEN "lineTotal" END',
    discount: '"lineDiscount"',
    currency: 'currency',
    channel: `'web'`,
    cancelled: isCancelledStatus('status'),
    discountCode: '"couponCode"',
    giftText: '"customerNote"',
    orderSubtotal: 'coalesce("discountedSubtotal", subtotal - coalesce("cartDiscount", 0))',
    orderShipping: 'shipping',
    orderTax: 'coalesce("totalTax", tax + coalesce("shippingTax", 0))',
    orderFees: 'fee',
    itemCount: '"totalItems"',
    orderRefund: `coalesce(refund, CASE WHEN ${isRefundedStatus('status')} THEN total END)`,
    orderTotal: 'total',
  },
  notes: [
    ...statusNotes('status', 'Rows of orders'),
    {
      code: 'note/no-customer',
      reason:
        'Rows without an e-mail, phone or customer id: counted in totals, in nobody’s history',
      where: `coalesce(email, phone, nullif("customerId", '0')) IS NULL`,
    },
  ],
};
