import { expect, it } from 'vitest';
import { readFiles } from '../exports-fixture.ts';

/** Version 1, ticked as delivered: three labels begin with a Cyrillic С, and products are repeated columns. */
const V1_HEADER =
  '"Order Number","Order Status","Order Date","Сustomer Note","Customer IP address","Customer User Id","First Name (Billing)","Last Name (Billing)","Email (Billing)","Phone (Billing)","Zip (Billing)","SKU #1","Name #1","Quantity #1","Item Cost #1","SKU #2","Name #2","Quantity #2","Item Cost #2","Coupon Code","Discount Amount","Shipping Method Title","Сoupons Used","Cart Discount Amount","Cart Discount Tax Amount","Order Tax Amount","Order Shipping Amount","Order Shipping Tax Amount","Order Total Amount"';

const V1 = [
  V1_HEADER,
  // 2 × 9.00 + 4.50 after a coupon of 2.50; 5.00 + 1.00 shipping and its tax, 4.50 tax.
  `1001,wc-completed,"2018-02-12 9:05",note,192.0.2.1,7,Ann,Example,ann@example.com,'+4420700000,'00123,T-1,"Tea, green",2,9.00,,"Mug &amp; cup",1,4.50,SPRING,2.50,Flat,SPRING,2.50,0.50,4.50,5.00,1.00,33.00`,
  '1002,wc-completed,"2018-02-13 10:00",,,0,Ben,Example,ben@example.com,,,T-1,"Tea, green",1,10.00,,,,,,,Flat,,0,0,0,0,0,10.00',
  '1003,Cancelled,"2018-02-13 10:00",,,0,,,,,,T-1,"Tea, green",1,10.00,,,,,,,Flat,,0,0,0,0,0,10.00',
  '',
].join('\n');

/** Later versions: products and coupons are rows, order columns are filled on each of them, labels differ. */
const ROWS_HEADER =
  'Order Number,Order Status,Order Date,Customer Note,Email (Billing),Item #,SKU,Item Name,Quantity,Item Cost,Order Line Subtotal,Order Line Total,Category,Coupon Code,Discount Amount,Cart Discount Amount,Order Subtotal Amount,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,Our own label';

const ROWS = [
  ROWS_HEADER,
  'A-7,Completed,2026-03-01 10:00,,cleo@example.com,1,S-1,Lamp,1,"45,00","50,00","45,00",Light &amp; Home,TEN,"5,00","6,00","60,00","4,90","12,00","58,90",0,x',
  'A-7,Completed,2026-03-01 10:00,,cleo@example.com,2,S-2,Bulb,2,"4,50","10,00","9,00",Light &amp; Home,ONE,"1,00","6,00","60,00","4,90","12,00","58,90",0,x',
  // More coupons than products: a row of the order without an item.
  'A-7,Completed,2026-03-01 10:00,,cleo@example.com,,,,,,,,,FREE,0,"6,00","60,00","4,90","12,00","58,90",0,x',
  'A-8,Trash,2026-03-02 10:00,,,1,S-2,Bulb,1,"5,00","5,00","5,00",,,,0,"5,00",0,0,"5,00",0,x',
  '',
].join('\n');

it('readExports() reads AlgolPlus’s orders with products as columns or as rows', async () => {
  const { files, engine } = await readFiles({ 'v1.csv': V1, 'rows.csv': ROWS });
  expect(files.map(({ path, adapter, rows }) => [path, adapter, rows])).toEqual([
    ['rows.csv', 'woocommerce-algolplus', { in: 4, used: 3, ignored: 1, rejected: 0 }],
    ['v1.csv', 'woocommerce-algolplus', { in: 3, used: 3, ignored: 0, rejected: 0 }],
  ]);
  expect(
    await engine.rows(
      `SELECT split_part(order_key, ':', 2) AS "order", placed_at::VARCHAR AS placed, cancelled, discount_code, gross::DECIMAL(9,2) AS gross,
        discount::DECIMAL(9,2) AS discount, shipping::DECIMAL(9,2) AS shipping, tax::DECIMAL(9,2) AS tax, refund::DECIMAL(9,2) AS refund,
        total::DECIMAL(9,2) AS total, difference::DECIMAL(9,2) AS difference FROM orders ORDER BY 1`,
    ),
  ).toEqual([
    {
      order: '1001', placed: '2018-02-12 09:05:00', cancelled: false, discount_code: 'SPRING', gross: '22.50', discount: '0.00',
      shipping: '5.00', tax: '5.50', refund: null, total: '33.00', difference: '0.00',
    },
    {
      order: '1002', placed: '2018-02-13 10:00:00', cancelled: false, discount_code: null, gross: '10.00', discount: '0.00',
      shipping: '0.00', tax: '0.00', refund: null, total: '10.00', difference: '0.00',
    },
    {
      order: '1003', placed: '2018-02-13 10:00:00', cancelled: true, discount_code: null, gross: '10.00', discount: '0.00',
      shipping: '0.00', tax: '0.00', refund: null, total: '10.00', difference: '0.00',
    },
    {
      order: 'A-7', placed: '2026-03-01 10:00:00', cancelled: false, discount_code: 'TEN', gross: '60.00', discount: '6.00',
      shipping: '4.90', tax: '0.00', refund: '12.00', total: '58.90', difference: '0.00',
    },
  ]); // prettier-ignore
  expect(
    await engine.rows(
      `SELECT sku, title, category, quantity::INTEGER AS quantity, value::DECIMAL(9,2) AS value, discount::DECIMAL(9,2) AS discount
      FROM order_lines WHERE order_key LIKE '%:1001' OR order_key LIKE '%:A-7' ORDER BY order_key, line`,
    ),
  ).toEqual([
    {
      sku: 'T-1',
      title: 'Tea, green',
      category: null,
      quantity: 2,
      value: '18.00',
      discount: '0.00',
    },
    { sku: null, title: 'Mug & cup', category: null, quantity: 1, value: '4.50', discount: '0.00' },
    {
      sku: 'S-1',
      title: 'Lamp',
      category: 'Light & Home',
      quantity: 1,
      value: '50.00',
      discount: '5.00',
    },
    {
      sku: 'S-2',
      title: 'Bulb',
      category: 'Light & Home',
      quantity: 2,
      value: '10.00',
      discount: '1.00',
    },
  ]);
  expect(await engine.rows('SELECT email FROM customers ORDER BY email')).toEqual([
    { email: 'ann@example.com' },
    { email: 'ben@example.com' },
    { email: 'cleo@example.com' },
  ]);
});

it.each([
  [
    'de',
    [
      'Abgeschlossen',
      'Storniert',
      'Fehlgeschlagen',
      'Zahlung ausstehend',
      'Rückerstattet',
      'In Wartestellung',
      'Entwurf',
    ],
  ],
  [
    'fr',
    ['Terminée', 'Annulée', 'Échouée', 'Attente paiement', 'Remboursée', 'En attente', 'Brouillon'],
  ],
  [
    'pl',
    [
      'Zrealizowane',
      'Anulowano',
      'Nieudane',
      'Oczekujące na płatność',
      'Zwrócone',
      'Wstrzymane (oczekujące na płatność)',
      'Szkic',
    ],
  ],
])(
  'woocommerce-algolplus knows the states of orders as they are shown in %s',
  async (_language, states) => {
    const rows = states.map(
      (state, n) =>
        `B-${n},${state},2026-03-0${n + 1} 10:00,dan@example.com,S-1,Lamp,1,10.00,10.00`,
    );
    const { files, engine } = await readFiles({
      'orders.csv': [
        'Order Number,Order Status,Order Date,Email (Billing),SKU,Item Name,Quantity,Item Cost,Order Total Amount',
        ...rows,
        '',
      ].join('\n'),
    });
    expect(files[0]?.rows).toEqual({ in: 7, used: 6, ignored: 1, rejected: 0 });
    expect(files[0]?.reasons.map(({ code, rows: count }) => [code, count])).toEqual([
      ['ignored/draft', 1],
      ['note/cancelled', 1],
      ['note/unpaid', 2],
    ]);
    expect(
      await engine.rows(
        `SELECT split_part(order_key, ':', 2) AS "order", cancelled, refund::DECIMAL(9,2) AS refund FROM orders ORDER BY 1`,
      ),
    ).toEqual([
      { order: 'B-0', cancelled: false, refund: null },
      { order: 'B-1', cancelled: true, refund: null },
      { order: 'B-2', cancelled: true, refund: null },
      { order: 'B-3', cancelled: true, refund: null },
      { order: 'B-4', cancelled: false, refund: '10.00' },
      { order: 'B-5', cancelled: false, refund: null },
    ]);
  },
);

/** The columns that the plugin ticks by itself, as its French and Spanish language packs call them. */
const FRENCH =
  'Numéro de commande,État de la commande,Date de commande,Note du client,Prénom (Facturation),Nom de famille (Facturation),Ville (Facturation),Code du pays (Facturation),E-mail (Facturation),Téléphone (Facturation),Titre de la méthode de paiement,Montant de la remise panier,Sous-total de la commande,Titre de la méthode de livraison,Montant de la livraison,Montant du remboursement de la commande,Montant total de la commande,Montant total de la taxe';
const SPANISH =
  'Número de pedido,Estado del pedido,Fecha del pedido,Nota del cliente,Nombre (facturación),Apellidos (facturación),Ciudad (facturación),Código del país (facturación),Correo electrónico (facturación),Teléfono (facturación),Título del método de pago,Importe de descuento del carrito,Importe de subtotal del pedido,Título del método de envío,Importe de envío del pedido,Importe reembolsado del pedido,Importe total del pedido,Importe total de impuestos del pedido';
const ORDER = (number: string, state: string, sums: string): string =>
  `${number},${state},2026-03-0${number} 10:00,,Eva,Example,Lyon,FR,eva@example.com,,Carte,${sums}`;
// 45.00 + 2 × 4.50 after a discount of 6.00; 4.90 for shipping and 12.00 tax.
const PAID = '"6,00","60,00",Colis,"4,90",0,"70,90","12,00"';
const GONE = '0,"5,00",Colis,0,0,"5,00",0';

it.each([
  [
    'French, an item a row',
    [
      `${FRENCH},UGS,Article #,Nom de l’élément,Quantité (- Remboursement),Quantité,Prix du produit,Code de coupon,Réduction,Taxe de la réduction`,
      `${ORDER('7', 'Terminée', PAID)},S-1,1,Lampe,1,1,"45,00",TEN,"6,00",0`,
      `${ORDER('7', 'Terminée', PAID)},S-2,2,Ampoule,2,2,"4,50",,,`,
      `${ORDER('8', 'Annulée', GONE)},S-2,1,Ampoule,1,1,"5,00",,,`,
    ],
  ],
  [
    'French, items as columns',
    [
      `${FRENCH},UGS #1,Nom de l’élément #1,Quantité #1,Prix du produit #1,UGS #2,Nom de l’élément #2,Quantité #2,Prix du produit #2`,
      `${ORDER('7', 'Terminée', PAID)},S-1,Lampe,1,"45,00",S-2,Ampoule,2,"4,50"`,
      `${ORDER('8', 'Annulée', GONE)},S-2,Ampoule,1,"5,00",,,,`,
    ],
  ],
  [
    'French, items as columns, with letters as a Mac decomposes them',
    [
      `${FRENCH},UGS #1,Nom de l’élément #1,Quantité #1,Prix du produit #1,UGS #2,Nom de l’élément #2,Quantité #2,Prix du produit #2`,
      `${ORDER('7', 'Terminée', PAID)},S-1,Lampe,1,"45,00",S-2,Ampoule,2,"4,50"`,
      `${ORDER('8', 'Annulée', GONE)},S-2,Ampoule,1,"5,00",,,,`,
    ].map((line) => line.normalize('NFD')),
  ],
  [
    'Spanish, an item a row',
    [
      `${SPANISH},SKU,Artículo #,Nombre del artículo,Cantidad (- reembolso),Cantidad,Coste de artículo,Código de cupón,Importe de descuento,Importe de impuestos del descuento`,
      `${ORDER('7', 'Completado', PAID)},S-1,1,Lampe,1,1,"45,00",TEN,"6,00",0`,
      `${ORDER('7', 'Completado', PAID)},S-2,2,Ampoule,2,2,"4,50",,,`,
      `${ORDER('8', 'Cancelado', GONE)},S-2,1,Ampoule,1,1,"5,00",,,`,
    ],
  ],
])('woocommerce-algolplus reads its language packs: %s', async (_dialect, lines) => {
  const { files, engine } = await readFiles({ 'commandes.csv': `${lines.join('\n')}\n` });
  expect(files.map(({ adapter, rows }) => [adapter, rows.used])).toEqual([
    ['woocommerce-algolplus', lines.length - 1],
  ]);
  expect(
    await engine.rows(
      `SELECT cancelled, gross::DECIMAL(9,2) AS gross, discount::DECIMAL(9,2) AS discount, shipping::DECIMAL(9,2) AS shipping,
        tax::DECIMAL(9,2) AS tax, total::DECIMAL(9,2) AS total FROM orders ORDER BY total DESC`,
    ),
  ).toEqual([
    {
      cancelled: false,
      gross: '54.00',
      discount: '0.00',
      shipping: '4.90',
      tax: '12.00',
      total: '70.90',
    },
    {
      cancelled: true,
      gross: '5.00',
      discount: '0.00',
      shipping: '0.00',
      tax: '0.00',
      total: '5.00',
    },
  ]);
  expect(
    await engine.rows(
      'SELECT sku, title, sum(quantity)::INTEGER AS pieces FROM order_lines GROUP BY ALL ORDER BY sku',
    ),
  ).toEqual([
    { sku: 'S-1', title: 'Lampe', pieces: 1 },
    { sku: 'S-2', title: 'Ampoule', pieces: 3 },
  ]);
});
