import { describe, expect, it } from 'vitest';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';

type Write = (order: number, lines: [sku: string, price: number][], refund?: string) => string[];

const sum = (lines: [string, number][]): string =>
  lines.reduce((total, [, price]) => total + price, 0).toFixed(2);

const SHOPIFY_HEADER =
  'Name,Email,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Refunded Amount,Id,Vendor';
const shopify: Write = (order, lines, refund = '0.00') =>
  lines.map(([sku, price], i) => {
    const money = `GBP,${sum(lines)},0.00,0.00,${sum(lines)},0.00`;
    const item = `1,Thing ${sku},${price.toFixed(2)},${sku}`;
    const at = `2026-01-0${order} 10:00:00 +0000`;
    return i === 0
      ? `#${order},c${order}@example.com,${money},${at},${item},${refund},550${order},Acme`
      : `#${order},c${order}@example.com,,,,,,,${at},${item},,,Acme`;
  });

const WEBTOFFEE_HEADER =
  'order_id,order_number,order_date,status,order_total,order_currency,customer_email,refunded_total,line_item_1,line_item_2';
const webtoffee: Write = (order, lines, refund = '0.00') => {
  const cells = [0, 1].map((i) => {
    const [sku, price] = lines[i] ?? ['', 0];
    const money = price.toFixed(2);
    return sku === ''
      ? ''
      : `name:Thing ${sku}|product_id:3|sku:${sku}|quantity:1|total:${money}|sub_total:${money}`;
  });
  return [
    `${order},${order},2026-01-0${order} 9:05:00,completed,${sum(lines)},GBP,c${order}@example.com,${refund},${cells.join(',')}`,
  ];
};

const BIGCOMMERCE_HEADER =
  'Order ID,Customer ID,Customer Email,Order Date,Order Status,Subtotal (inc tax),Subtotal (ex tax),Tax Total,Shipping Cost (inc tax),Order Total (inc tax),Refund Amount,Order Currency Code,Product Details';
const bigcommerce: Write = (order, lines, refund = '0.00') => {
  const details = lines.map(
    ([sku, price]) =>
      `Product ID: 1, Product Qty: 1, Product SKU: ${sku}, Product Name: Thing ${sku}, Product Weight: 1.00, Product Variation Details: , Product Unit Price: ${price.toFixed(2)}, Product Total Price: ${price.toFixed(2)}`,
  );
  const total = sum(lines);
  return [
    `${order},${order},c${order}@example.com,1${order}/01/2026,Shipped,${total},${total},0.00,0.00,${total},${refund},GBP,"${details.join('|')}"`,
  ];
};

const MFN_HEADER =
  'order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax';
const mfn: Write = (order, lines) =>
  lines.map(
    ([sku, price], i) =>
      `11${order}-2222222-3333333\t${order}0${i}\t2026-01-0${order}T10:00:00+00:00\t2026-01-0${order}T11:00:00+00:00\tc${order}@example.com\t${sku}\tThing ${sku}\t1\tGBP\t${price.toFixed(2)}\t0.00\t0.00\t0.00`,
  );

const EBAY_HEADER =
  'Sales Record Number,Order Number,Buyer Username,Buyer Email,Item Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Total Price,Sale Date,Paid On Date,Transaction ID';
const ebay: Write = (order, lines) =>
  lines
    .slice(0, 1)
    .map(
      ([sku, price]) =>
        `10${order},10-1000${order}-10001,u${order},c${order}@example.com,1234,Thing ${sku},${sku},1,£${price.toFixed(2)},£0.00,£${price.toFixed(2)},Jan-0${order}-26,Jan-0${order}-26,77${order}`,
    );

const FORMATS: [string, string, string, Write][] = [
  ['Shopify', 'orders.csv', SHOPIFY_HEADER, shopify],
  ['WooCommerce (WebToffee)', 'orders.csv', WEBTOFFEE_HEADER, webtoffee],
  ['BigCommerce', 'orders.csv', BIGCOMMERCE_HEADER, bigcommerce],
  ['Amazon (own shipping)', 'orders.txt', MFN_HEADER, mfn],
  ['eBay', 'orders.csv', EBAY_HEADER, ebay],
];

async function read(path: string, rows: string[]) {
  const { files, engine } = await readFiles({ [path]: `${rows.join('\n')}\n` }, shopConfig());
  const orders = await engine.rows(
    `SELECT gross::INTEGER AS gross, refund::INTEGER AS refund, (SELECT count(*)::INTEGER FROM order_lines l WHERE l.order_key = o.order_key) AS lines
    FROM orders o ORDER BY placed_at`,
  );
  const ignored = files.flatMap(({ reasons }) =>
    reasons.flatMap(({ code, rows: n }) => (code.startsWith('ignored/') ? [[code, n]] : [])),
  );
  return { orders: orders.map(Object.values), ignored, account: files[0]?.rows };
}

const first: [string, number][] = [
  ['A', 10],
  ['B', 5],
];

describe.each(FORMATS)('%s', (_, path, header, write) => {
  const a = write(1, first);
  const [b, c] = [write(2, [['A', 10]]), write(3, [['A', 10]])];

  it.each([
    ['below itself', [a, a, b, c]],
    ['at the end', [a, b, c, a]],
    ['twice at the end', [a, b, c, a, a]],
  ])('counts an order once that was pasted again %s', async (__, blocks) => {
    const once = await read(path, [header, ...a, ...b, ...c]);
    const again = await read(path, [header, ...blocks.flat()]);
    expect(again.orders).toEqual(once.orders);
    expect(once.ignored).toEqual([]);
    const copies = (blocks.length - 3) * a.length;
    expect(again.ignored).toEqual([[expect.stringMatching('^ignored/repeated-'), copies]]);
    expect(again.account).toMatchObject({ in: blocks.flat().length, ignored: copies });
  });
});

describe('Shopify', () => {
  const others = [...shopify(2, [['A', 10]]), ...shopify(3, [['A', 10]])];

  it('knows the newer state of an order by its refund, whatever lines it has', async () => {
    const newer = shopify(
      1,
      [
        ['A', 10],
        ['B', 5],
        ['C', 2],
      ],
      '4.00',
    );
    for (const rows of [
      [...shopify(1, first), ...others, ...newer],
      [...newer, ...others, ...shopify(1, first)],
      [...newer, ...shopify(1, first), ...others],
    ]) {
      const { orders, ignored } = await read('orders.csv', [SHOPIFY_HEADER, ...rows]);
      expect(orders).toEqual([
        [17, 4, 3],
        [10, 0, 1],
        [10, 0, 1],
      ]);
      expect(ignored).toEqual([['ignored/repeated-order', 2]]);
    }
  });

  it('keeps all lines of an order whose money a spreadsheet program has filled into each', async () => {
    // At half price: each line costs what the subtotal of both says.
    const line = (sku: string): string =>
      `#1,c1@example.com,GBP,10.00,0.00,0.00,10.00,10.00,2026-01-01 10:00:00 +0000,1,Thing ${sku},10.00,${sku},0.00,5501,Acme`;
    for (const rows of [
      [line('A'), line('B'), ...others],
      [line('A'), ...others, line('B')],
    ]) {
      const { orders, ignored } = await read('orders.csv', [SHOPIFY_HEADER, ...rows]);
      expect(orders[0]).toEqual([20, 0, 2]);
      expect(ignored).toEqual([]);
    }
  });

  it('keeps two orders of two shops that have one number and one time', async () => {
    const rows = [...shopify(1, first), ...others, ...shopify(1, first)];
    const other = rows.map((row, i) =>
      i >= 4 ? row.replace('c1@', 'z1@').replace('5501', '9901') : row,
    );
    const { orders, ignored } = await read('orders.csv', [SHOPIFY_HEADER, ...other]);
    expect(orders).toHaveLength(4);
    expect(ignored).toEqual([]);
  });
});

it('readExports() says of rows that nothing tells from copies that they count', async () => {
  const rows = ['1,2026-01-01,a@example.com,S,Tea,1,10', '1,2026-01-01,a@example.com,T,Cup,1,5'];
  const last = '2,2026-01-02,b@example.com,S,Tea,1,10';
  const { files, engine } = await readFiles({ 'orders.csv': ordersCsv(...rows, last, ...rows) });
  expect(files[0]?.reasons).toMatchObject([{ code: 'note/same-rows', rows: 2 }]);
  expect(await engine.rows('SELECT sum(quantity)::INTEGER AS pieces FROM order_lines')).toEqual([
    { pieces: 5 },
  ]);
});
