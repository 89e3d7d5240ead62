import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SampleTruth } from '#sample/truth.ts';
import { writeSample, type SampleSummary } from '#sample/write-sample.ts';
import { dialectOf } from './platform-dialects.ts';
import { readCsv, readRecords } from './read-csv.ts';
import { LATEST_EXPORT, readShopifyOrders } from './read-shopify-orders.ts';

/** The platforms' files of a small sample, against what the truth beside them says is in them. */
const root = mkdtempSync(join(tmpdir(), 'sample-platforms-'));
const folder = join(root, 'exports');
let summary: SampleSummary;
let planted: SampleTruth['exports'];

beforeAll(async () => {
  summary = await writeSample(folder, { customers: 600 });
  planted = (JSON.parse(readFileSync(summary.truth, 'utf8')) as SampleTruth).exports;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('shopify', () => {
  test('shopify/latest holds orders of the newest year again, with refunds since', () => {
    const latest = readCsv(join(folder, LATEST_EXPORT));
    const year = readCsv(join(folder, 'shopify/orders_export_5.csv'));
    const names = new Set(latest.map((row) => row['Name']));
    const repeated = year.filter((row) => names.has(row['Name']));
    expect(repeated).toHaveLength(planted.shopifyOrders.repeatedRows);
    expect(new Set(repeated.map((row) => row['Name'])).size).toBe(
      planted.shopifyOrders.repeatedOrders,
    );
    const refunds = refundsOf(year);
    const later = [...refundsOf(latest)].filter(([name, refund]) => {
      const before = refunds.get(name);
      if (before !== undefined) expect(refund, name).toBeGreaterThanOrEqual(before);
      return before !== undefined && refund > before;
    });
    expect(later).toHaveLength(planted.shopifyOrders.refundedSince);
    expect(later.length).toBeGreaterThan(0);
    // The order of the files: the latest order decides which one is the newest.
    expect(newestOf(latest) > newestOf(year)).toBe(true);
  });

  test('shopify orders are counted once in the truth, with their totals', () => {
    const firsts = [...shopOrders().values()].map(([first]) => first ?? {});
    expect(firsts).toHaveLength(planted.shopifyOrders.orders);
    expect(sumOf(firsts, 'Total')).toBe(planted.shopifyOrders.total);
    expect(firsts.filter((row) => row['Total'] === '0.00')).toHaveLength(
      planted.shopifyOrders.freeOrders,
    );
    const inside = firsts.filter(
      (row) =>
        cents(row['Taxes']) > 0 &&
        cents(row['Total']) === cents(row['Subtotal']) + cents(row['Shipping']),
    );
    expect(inside).toHaveLength(planted.shopifyOrders.taxInsideOrders);
    const partly = firsts.filter((row) => {
      const refunded = cents(row['Refunded Amount']);
      return refunded > 0 && refunded < cents(row['Total']);
    });
    expect(partly).toHaveLength(planted.shopifyOrders.partlyRefundedOrders);
  });

  test('shopify customers carry guarded ids, and some accounts nobody bought with', () => {
    const rows = readCsv(join(folder, 'shopify/customers_export.csv'));
    expect(Object.keys(rows[0] ?? {})).toHaveLength(20);
    expect(rows).toHaveLength(planted.shopifyCustomers.customers);
    expect(rows.every((row) => /^'\d{13}$/.test(row['Customer ID'] ?? ''))).toBe(true);
    const accepting = rows.filter((row) => row['Accepts Email Marketing'] === 'yes');
    expect(accepting).toHaveLength(planted.shopifyCustomers.acceptMarketing);
    const unnamed = rows.filter((row) => row['Email'] === '');
    expect(unnamed).toHaveLength(planted.shopifyCustomers.withoutEmail);
    const idle = rows.filter((row) => row['Total Orders'] === '0');
    expect(idle).toHaveLength(planted.shopifyCustomers.neverBought);
    expect(planted.shopifyCustomers.withoutEmail).toBeGreaterThan(0);
  });
});

describe('amazon', () => {
  test('amazon orders hold no quotes, two headers with a trailing space, and 29 columns in old years', () => {
    const headers = amazonFiles().map(
      (path) => readRecords(join(folder, path), dialectOf(path))[0],
    );
    expect(headers.map((header) => header?.length)).toEqual([29, 32, 32, 32]);
    expect(headers[1]?.filter((name) => name.endsWith(' '))).toEqual([
      'promotion-ids ',
      'price-designation ',
    ]);
    for (const path of amazonFiles()) {
      const [header = [], ...rows] = readRecords(join(folder, path), dialectOf(path));
      expect(
        rows.every((row) => row.length === header.length),
        path,
      ).toBe(true);
    }
    expect(
      amazonRows().some((row) => /^[^"]*24" x 12"[^"]*$/.test(row['product-name'] ?? '')),
    ).toBe(true);
  });

  test('amazon orders are anonymous, about a tenth of the shop’s, and say what was sold', () => {
    const sold = newestAmazonRows().filter((row) => row['sales-channel'] === 'Amazon.com');
    const share = planted.amazonOrders.orders / planted.shopifyOrders.orders;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
    expect(ordersIn(sold)).toBe(planted.amazonOrders.orders);
    expect(sold).toHaveLength(planted.amazonOrders.lines);
    const shipped = sold.filter((row) => row['order-status'] === 'Shipped');
    const kept = shipped.filter((row) => row['item-status'] === 'Shipped');
    expect(sumOf(kept, 'item-price')).toBe(planted.amazonOrders.itemPrice);
    expect(sumOf(kept, 'item-promotion-discount')).toBe(planted.amazonOrders.promotion);
    expect(kept.reduce((sum, row) => sum + Number(row['quantity']), 0)).toBe(
      planted.amazonOrders.pieces,
    );
    expect(shipped.length - kept.length).toBe(planted.amazonOrders.cancelledLines);
    const inStatus = (status: string) =>
      ordersIn(sold.filter((row) => row['order-status'] === status));
    expect(inStatus('Cancelled')).toBe(planted.amazonOrders.cancelledOrders);
    expect(inStatus('Pending')).toBe(planted.amazonOrders.pendingOrders);
  });

  test('amazon pending orders have no price and no currency yet, cancelled ones no pieces', () => {
    const pending = amazonRows().filter((row) => row['order-status'] === 'Pending');
    expect(pending.length).toBeGreaterThan(0);
    for (const row of pending) expect([row['currency'], row['item-price']]).toEqual(['', '']);
    const cancelled = amazonRows().filter((row) => row['order-status'] === 'Cancelled');
    expect(new Set(cancelled.map((row) => row['quantity']))).toEqual(new Set(['0']));
  });

  test('amazon parcels sent for the shop name its order, and its note names them', () => {
    const sent = newestAmazonRows().filter((row) => row['sales-channel'] === 'Non-Amazon');
    expect(sent).toHaveLength(planted.amazonOrders.sentForShop.rows);
    expect(ordersIn(sent)).toBe(planted.amazonOrders.sentForShop.orders);
    expect(sumOf(sent, 'item-price')).toBe(planted.amazonOrders.sentForShop.itemPrice);
    const shop = shopOrders();
    for (const row of sent) {
      const [order] = shop.get(`#${row['merchant-order-id'] ?? ''}`) ?? [];
      expect(order?.['Note Attributes']).toContain(row['amazon-order-id']);
    }
  });

  test('amazon report by last update sends orders of the year’s report again', () => {
    const year = readAmazon('amazon/all-orders-2026.txt');
    const updated = new Set(
      readAmazon('amazon/all-orders-by-last-update.txt').map((row) => row['amazon-order-id']),
    );
    const repeated = year.filter((row) => updated.has(row['amazon-order-id']));
    expect(repeated).toHaveLength(planted.amazonOrders.repeatedRows);
    expect(repeated.length).toBeGreaterThan(0);
  });

  test('amazon returns repeat pieces in two reports and inside one, and come after their order', () => {
    const [older, newer] = [1, 2].map((part) =>
      readAmazon(`amazon/fba-returns-${String(part)}.txt`),
    ) as [Record<string, string>[], Record<string, string>[]];
    const plates = (rows: Record<string, string>[]) =>
      new Set(rows.map((row) => row['license-plate-number'] ?? ''));
    const all = [...older, ...newer];
    expect(plates(all).size).toBe(planted.amazonReturns.pieces);
    expect(newer.length - plates(newer).size).toBe(planted.amazonReturns.namedTwice);
    const again = older.filter((row) => plates(newer).has(row['license-plate-number'] ?? ''));
    expect(again).toHaveLength(planted.amazonReturns.repeatedRows);
    const bought = new Map(
      amazonRows().map((row) => [row['amazon-order-id'], row['purchase-date'] ?? '']),
    );
    for (const row of all) {
      const day = bought.get(row['order-id']);
      expect(day).toBeDefined();
      expect((row['return-date'] ?? '') > (day ?? '')).toBe(true);
    }
  });
});

describe('campaign reports', () => {
  test('klaviyo flows write rates from 0 to 1 and money with a sign, a row a message and day', () => {
    const rows = readCsv(join(folder, 'klaviyo/flows.csv'));
    expect(rows).toHaveLength(planted.klaviyoFlows.rows);
    const days = new Set(rows.map((row) => `${row['Day'] ?? ''} ${row['Flow Message ID'] ?? ''}`));
    expect(days.size).toBe(rows.length);
    const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
    expect(sum('Delivered')).toBe(planted.klaviyoFlows.delivered);
    expect(sum('Placed Order')).toBe(planted.klaviyoFlows.orders);
    const revenue = rows.map((row) => ({
      Revenue: (row['Revenue'] ?? '').replaceAll(/[$,]/g, ''),
    }));
    expect(sumOf(revenue, 'Revenue')).toBe(planted.klaviyoFlows.revenue);
    for (const row of rows) expect(row['Click Rate']).toMatch(/^(?:[01]\.\d{4}|N\/A)$/);
  });

  test('google ads totals equal the campaigns above them', () => {
    for (const [path, facts] of Object.entries(planted.googleAds.files)) {
      const records = readRecords(join(folder, path));
      expect(records[0]).toEqual(['Campaign report']);
      expect(records[1]?.[0]).toMatch(/^January 1, \d{4} - (?:December|October) 31, \d{4}$/);
      const header = records[2] ?? [];
      const rows = records.slice(3).map((cells) => ({
        status: cells[0] ?? '',
        kind: cells[header.indexOf('Campaign type')] ?? '',
        cost: cents(cells[header.indexOf('Cost')]?.replaceAll(',', '')),
      }));
      const campaigns = rows.filter(({ status }) => !status.startsWith('Total:'));
      const totals = rows.filter(({ status }) => status.startsWith('Total:'));
      const cost = (of: typeof rows) => of.reduce((sum, row) => sum + row.cost, 0);
      expect(campaigns).toHaveLength(facts.campaigns);
      expect(totals).toHaveLength(facts.totalRows);
      expect(cost(campaigns)).toBe(facts.cost);
      for (const total of totals) {
        const kind = total.status.replace('Total: ', '');
        const all = kind === 'Campaigns' || kind === 'Account';
        expect(total.cost, kind).toBe(
          cost(all ? campaigns : campaigns.filter((row) => row.kind === kind)),
        );
      }
      expect(records.flat()).toContain(' --');
    }
  });

  test('meta ads begin with the total under no name', () => {
    for (const [path, facts] of Object.entries(planted.metaAds.files)) {
      const [total, ...rows] = readCsv(join(folder, path));
      expect(total?.['Campaign name']).toBe('');
      expect(rows).toHaveLength(facts.rows);
      for (const column of ['Amount spent (USD)', 'Impressions', 'Link clicks']) {
        expect(cents(total?.[column]), column).toBe(sumOf(rows, column));
      }
      expect(cents(total?.['Amount spent (USD)'])).toBe(facts.spend);
    }
    const spend = Object.values(planted.metaAds.files).map((file) => file.spend);
    expect(planted.metaAds.spend).toBe(spend.reduce((sum, value) => sum + value, 0));
  });
});

describe('service', () => {
  test('shipstation writes a row a parcel, misspells the market and knows no day of delivery', () => {
    const rows = readCsv(join(folder, 'shipstation/orders.csv'));
    expect(Object.keys(rows[0] ?? {})).toContain('Market - Markeplace Name');
    expect(rows).toHaveLength(planted.shipStation.rows);
    const cancelled = rows.filter((row) => row['Amount - Order Total']?.startsWith('-') === true);
    expect(cancelled).toHaveLength(planted.shipStation.cancelledRows);
    const parcels = rows.filter((row) => row['Date - Shipped Date'] !== '');
    expect(new Set(parcels.map((row) => row['Order - Number'])).size).toBe(
      planted.shipStation.orders,
    );
    const distinct = new Set(rows.map((row) => JSON.stringify(row))).size;
    expect(rows.length - distinct).toBe(planted.shipStation.repeatedRows);
    expect(parcels.length - planted.shipStation.repeatedRows - planted.shipStation.orders).toBe(
      planted.shipStation.splitOrders,
    );
  });

  test('surveymonkey writes two header rows in Windows-1252', () => {
    const path = 'surveymonkey/After your order.csv';
    const bytes = readFileSync(join(folder, path));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const [questions = [], answers = [], ...rows] = readRecords(
      join(folder, path),
      dialectOf(path),
    );
    expect(questions[9]).toContain('you’d recommend');
    expect(answers.slice(0, 9).join('')).toBe('');
    expect(answers.slice(9)).toEqual([
      'Response',
      'Response',
      'The quality',
      'The fit',
      'The price',
      'How fast it came',
      'Other (please specify)',
      'Open-Ended Response',
    ]);
    expect(rows).toHaveLength(planted.surveyMonkey.responses);
    const filled = rows.map((row) => row.slice(9).filter((cell) => cell !== '').length);
    expect(filled.reduce((sum, cells) => sum + cells, 0)).toBe(planted.surveyMonkey.answers);
    expect(filled.filter((cells) => cells === 0)).toHaveLength(planted.surveyMonkey.blank);
    expect(rows.filter((row) => row[5] !== '')).toHaveLength(planted.surveyMonkey.withEmail);
    const promoters = rows.filter((row) => parseInt(row[9] ?? '', 10) >= 9);
    expect(promoters).toHaveLength(planted.surveyMonkey.recommend.promoters);
    expect(rows.some((row) => row[9] === '10 - Extremely likely')).toBe(true);
  });

  test('gorgias tickets count seconds, and a rule closes what nobody reads', () => {
    const rows = readCsv(join(folder, 'gorgias/tickets.csv'));
    expect(rows).toHaveLength(planted.gorgias.tickets);
    const spam = rows.filter((row) => row['Number of agent messages'] === '0');
    expect(spam).toHaveLength(planted.gorgias.spam);
    expect(new Set(spam.map((row) => row['First response time (s)']))).toEqual(new Set(['0']));
    expect(rows.filter((row) => row['Closed date'] === '')).toHaveLength(
      planted.gorgias.withoutClosedDate,
    );
    expect(rows.filter((row) => row['Survey score'] !== '')).toHaveLength(planted.gorgias.rated);
    const seconds = rows.reduce((sum, row) => sum + Number(row['First response time (s)']), 0);
    expect(seconds).toBe(planted.gorgias.firstResponse);
    const shop = shopOrders();
    for (const row of rows) {
      const order = row['Ticket Field: Order Number'] ?? '';
      if (order !== '') expect(shop.has(order)).toBe(true);
    }
  });

  test('brand report has a row a customer, a column a brand, and totals at the end', () => {
    const rows = readCsv(join(folder, 'magento/customer-brands.csv'));
    const total = rows.pop();
    expect(rows).toHaveLength(planted.brandReport.customers);
    for (const [brand, amount] of Object.entries(planted.brandReport.brands)) {
      expect(sumOf(rows, brand), brand).toBe(amount);
      expect(cents(total?.[brand]), brand).toBe(amount);
    }
    for (const row of [...rows, total ?? {}]) {
      const brands = Object.keys(planted.brandReport.brands);
      expect(brands.reduce((sum, brand) => sum + cents(row[brand]), 0)).toBe(cents(row['Total']));
    }
    expect(cents(total?.['Total'])).toBe(planted.brandReport.total);
    const known = new Set(
      [...shopOrders().values()].map(([first]) => first?.['Email']?.toLowerCase()),
    );
    const met = rows.filter((row) => known.has(row['customer_email']));
    expect(met).toHaveLength(planted.brandReport.known);
  });

  test('platform exports name people only at addresses that cannot exist', () => {
    for (const { path } of summary.files) {
      const encoding = dialectOf(path).encoding ?? 'utf-8';
      const text = new TextDecoder(encoding).decode(readFileSync(join(folder, path)));
      const addresses = text.match(/[^\s,"]+@[^\s,"]+/g) ?? [];
      for (const address of addresses) expect(address).toMatch(/@example\.(?:com|org|net)$/i);
    }
  });
});

let read: Map<string, Record<string, string>[]> | undefined;

function shopOrders(): Map<string, Record<string, string>[]> {
  read ??= readShopifyOrders(folder);
  return read;
}

function amazonFiles(): string[] {
  return summary.files.map(({ path }) => path).filter((path) => path.includes('all-orders'));
}

/** Headers without the spaces at their end. */
function readAmazon(path: string): Record<string, string>[] {
  return readCsv(join(folder, path), dialectOf(path)).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name.trim(), cell])),
  );
}

function amazonRows(): Record<string, string>[] {
  return amazonFiles().flatMap(readAmazon);
}

/** Each order as the last file that holds it has it. */
function newestAmazonRows(): Record<string, string>[] {
  const orders = new Map<string, Record<string, string>[]>();
  for (const path of amazonFiles()) {
    const rows = Map.groupBy(readAmazon(path), (row) => row['amazon-order-id'] ?? '');
    for (const [id, ofOrder] of rows) orders.set(id, ofOrder);
  }
  return [...orders.values()].flat();
}

function ordersIn(rows: readonly Record<string, string>[]): number {
  return new Set(rows.map((row) => row['amazon-order-id'])).size;
}

function refundsOf(rows: readonly Record<string, string>[]): Map<string, number> {
  return new Map(
    rows
      .filter((row) => row['Total'] !== '')
      .map((row) => [row['Name'] ?? '', cents(row['Refunded Amount'])]),
  );
}

function newestOf(rows: readonly Record<string, string>[]): string {
  return rows.map((row) => row['Created at'] ?? '').reduce((a, b) => (b > a ? b : a), '');
}

function sumOf(rows: readonly Record<string, string>[], column: string): number {
  return rows.reduce((sum, row) => sum + cents(row[column]), 0);
}

function cents(text: string | undefined): number {
  return Math.round(Number(text === '' ? 0 : text) * 100);
}
