import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';

const EXPORTS = '../shared/exports';
const isThere = existsSync(EXPORTS);

/** Counted by hand (a spreadsheet, Python's csv and decimal), independently of this reader. */
const SHOPIFY = [
  {
    file: 'orders_export__SuesteCreative.redacted.csv',
    rows: 40,
    orders: 38,
    cancelled: 2,
    customers: 37,
    gross: '3875.47',
    discount: '536.00',
    total: '3339.47',
    refund: '225.00',
    shipments: 31,
    taxInside: 32,
    taxOnTop: 0,
    continuations: 2,
  },
  {
    file: 'orders_export__SuesteCreative_refunds_cancels.redacted.csv',
    rows: 7,
    orders: 6,
    cancelled: 3,
    customers: 6,
    gross: '800.00',
    discount: '85.00',
    total: '715.00',
    refund: '630.00',
    shipments: 1,
    taxInside: 5,
    taxOnTop: 0,
    continuations: 1,
  },
  {
    file: 'orders_export__ramkumar03ace.redacted.csv',
    rows: 60,
    orders: 24,
    cancelled: 0,
    customers: 2,
    gross: '264074.00',
    discount: '0.00',
    total: '265540.28',
    refund: '0.00',
    shipments: 0,
    taxInside: 0,
    taxOnTop: 1,
    continuations: 36,
  },
  {
    file: 'orders_export__zhangerson.redacted.csv',
    rows: 6,
    orders: 5,
    cancelled: 0,
    // No e-mail anywhere; the phones are masked to the same digits.
    customers: 1,
    gross: '7600.00',
    discount: '400.00',
    total: '7700.00',
    refund: '0.00',
    shipments: 0,
    taxInside: 0,
    taxOnTop: 0,
    continuations: 1,
  },
];

describe.skipIf(!isThere)(
  'readExports() on real exports (skipped where ../shared is missing)',
  () => {
    it.each(SHOPIFY)('reads Shopify’s $file to its hand-counted figures', async (expected) => {
      const text = readFileSync(`${EXPORTS}/shopify-orders/samples/${expected.file}`);
      const config = shopConfig({ currency: 'EUR', rates: { INR: 1, BDT: 1 } });
      const { files, engine } = await readFiles({ [expected.file]: text }, config);
      const [report] = files;
      const count = (code: string): number =>
        report?.reasons.find((reason) => reason.code === code)?.rows ?? 0;
      const [orders] = await engine.rows(
        `SELECT count(*)::INTEGER AS orders, (count(*) FILTER (cancelled))::INTEGER AS cancelled,
        count(DISTINCT customer)::INTEGER AS customers, sum(gross)::DECIMAL(18,2) AS gross,
        sum(discount)::DECIMAL(18,2) AS discount, sum(total)::DECIMAL(18,2) AS total,
        sum(refund)::DECIMAL(18,2) AS refund, (SELECT count(*) FROM shipments)::INTEGER AS shipments
      FROM orders`,
      );
      expect({
        file: report?.path,
        rows: report?.rows.used,
        ...orders,
        taxInside: count('note/tax-inside'),
        taxOnTop: count('note/tax-on-top'),
        continuations: count('note/continuation-row'),
      }).toEqual(expected);
      const [lines] = await engine.rows(
        `SELECT sum(value)::DECIMAL(18,2) AS gross, sum(discount)::DECIMAL(18,2) AS discount FROM order_lines`,
      );
      expect(lines).toEqual({ gross: expected.gross, discount: expected.discount });
    });

    it('reads Klaviyo’s campaigns from counts and marks the collapsed row', async () => {
      const file = 'campaign_export_real_excerpt.csv';
      const text = readFileSync(`${EXPORTS}/klaviyo/samples/${file}`);
      const { files, engine } = await readFiles({ [file]: text });
      expect(files[0]?.rows).toEqual({ in: 8, used: 8, ignored: 0, rejected: 0 });
      const [sums] = await engine.rows(
        `SELECT sum(recipients)::INTEGER AS recipients, sum(delivered)::INTEGER AS delivered, sum(opens)::INTEGER AS opens,
        sum(clicks)::INTEGER AS clicks, sum(orders)::INTEGER AS orders, sum(revenue)::DECIMAL(18,2) AS revenue,
        sum(unsubscribes)::INTEGER AS unsubscribes, sum(complaints)::INTEGER AS complaints FROM campaign_results`,
      );
      expect(sums).toEqual({
        recipients: 283_327,
        delivered: 282_782,
        opens: 187_326,
        clicks: 1_533,
        orders: 488,
        revenue: '30576.03',
        unsubscribes: 802,
        complaints: 18,
      });
      const collapsed = await engine.rows('SELECT campaign FROM campaign_results WHERE collapsed');
      expect(collapsed).toEqual([{ campaign: 'Earth Inspired Scents Email 2025' }]);
    });
  },
);
