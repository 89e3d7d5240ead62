/**
 * What AlgolPlus's plugin calls its columns, in English and as its language packs have it (fr, es). The same words stand alone,
 * above a row an item, and with a number behind them.
 */

/** Labels of an item, as the plugin's versions and language packs have them; the first that there is counts. */
export const ITEM_LABELS = {
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
} satisfies Record<string, string[]>;

/** Labels of an item that are not read. */
export const FURTHER_ITEM_LABELS = [
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

/** Labels of an order, by the columns of the adapter; the first that there is counts. */
export const ORDER_LABELS = {
  number: [
    ...['Order Number', 'Numéro de commande', 'Número de pedido'],
    ...['Order ID', 'ID de commande', 'ID del pedido'],
  ],
  orderId: ['Order ID', 'ID de commande', 'ID del pedido'],
  orderDate: ['Order Date', 'Date de commande', 'Fecha del pedido'],
  status: ['Order Status', 'État de la commande', 'Estado del pedido'],
  email: [
    ...['Email (Billing)', 'E-mail (Facturation)', 'Correo electrónico (facturación)'],
    ...['Customer User Email', 'E-mail du client', 'Correo electrónico del cliente'],
  ],
  phone: [
    ...['Phone (Billing)', 'Téléphone (Facturation)', 'Teléfono (facturación)'],
    ...['Phone (Shipping)', 'Téléphone (Livraison)', 'Teléfono (envío)'],
  ],
  country: [
    ...['Country Code (Billing)', 'Code du pays (Facturation)'],
    ...['Código del país (facturación)', 'Country Code (Shipping)'],
    ...['Code du pays (Livraison)', 'Código del país (envío)'],
  ],
  customerId: ['Customer User ID', 'ID du client', 'ID de usuario del cliente'],
  customerNote: ['Customer Note', 'Note du client', 'Nota del cliente'],
  currency: ['Currency', 'Order Currency', 'Devise', 'Moneda'],
  couponCode: [
    ...['Coupon Code', 'Code de coupon', 'Código de cupón', 'Coupons Used'],
    ...['Coupons utilisés'],
  ],
  cartDiscount: [
    ...['Cart Discount Amount', 'Montant de la remise panier'],
    ...['Importe de descuento del carrito'],
  ],
  subtotal: [
    ...['Order Subtotal Amount', 'Sous-total de la commande', 'Importe de subtotal del pedido'],
  ],
  discountedSubtotal: [
    ...['Order Subtotal - Cart Discount', 'Sous-total de commande - réduction panier'],
    ...['Subtotal del pedido - descuento del carrito'],
  ],
  shipping: [
    ...['Order Shipping Amount', 'Montant de la livraison', 'Importe de envío del pedido'],
  ],
  shippingTax: [
    ...['Order Shipping Tax Amount', 'Taxe de livraison de commande'],
    ...['Importe de impuestos del envío del pedido'],
  ],
  tax: ['Order Tax Amount', 'Montant de la taxe de commande'],
  totalTax: [
    ...['Order Total Tax Amount', 'Montant total de la taxe'],
    ...['Importe total de impuestos del pedido'],
  ],
  fee: ['Order Total Fee', 'Total des frais de commande', 'Cuota total del pedido'],
  refund: [
    ...['Order Refund Amount', 'Montant du remboursement de la commande'],
    ...['Importe reembolsado del pedido'],
  ],
  total: [...['Order Total Amount', 'Montant total de la commande', 'Importe total del pedido']],
  totalItems: ['Total items', 'Articles au total', 'Total de artículos'],
} satisfies Record<string, string[]>;

/** Labels of an order that are not read. */
export const FURTHER_ORDER_LABELS = [
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
];
