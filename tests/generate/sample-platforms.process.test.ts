import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import config from '#config';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import { readExports, type ExportsRead } from '#generate/exports/read-exports.ts';
import { silentProgress } from '#generate/progress.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { createServiceCases } from '#generate/warehouse/kpis/service-cases.ts';
import type { SampleTruth } from '#sample/truth.ts';
import { writeSample } from '#sample/write-sample.ts';

/** What was planted in every platform's files arrives in the canonical tables, each thing once. */
const root = mkdtempSync(join(tmpdir(), 'sample-platforms-'));
let engine: Engine;
let read: ExportsRead;
let planted: SampleTruth['exports'];

beforeAll(async () => {
  const directory = join(root, 'exports');
  const { truth } = await writeSample(directory, { customers: 2_000 });
  planted = (JSON.parse(readFileSync(truth, 'utf8')) as SampleTruth).exports;
  engine = await openEngine();
  read = await readExports({
    directory,
    config: PortalConfigSchema.parse(config),
    secret: 'a secret',
    engine,
    progress: silentProgress,
  });
});
afterAll(() => {
  engine.close();
  rmSync(root, { recursive: true, force: true });
});

describe('sample with all platforms', () => {
  test('readExports() accounts for every row of every file and rejects none', () => {
    for (const { path, rows } of planted.files) {
      const file = read.files.find((entry) => entry.path === path);
      expect(file?.rows.in, path).toBe(rows);
      expect(file?.rows.rejected, path).toBe(0);
      expect((file?.rows.used ?? 0) + (file?.rows.ignored ?? 0), path).toBe(rows);
    }
  });

  test('createServiceCases() counts parcels and checks of each month as the tools that state them', async () => {
    await createServiceCases(engine, '2026-10-31');
    const counted = await rows(
      `SELECT kind, strftime(day, '%Y-%m') AS month, count(*)::INTEGER AS n, count(*) FILTER (good)::INTEGER AS good
      FROM service_cases WHERE kind IN ('onTime', 'accuracy') GROUP BY ALL ORDER BY ALL`,
    );
    expect(counted.length).toBeGreaterThan(90);
    expect(counted).toEqual(
      await rows(
        `SELECT CASE kpi WHEN 'On-time delivery' THEN 'onTime' ELSE 'accuracy' END AS kind, strftime(period_from, '%Y-%m') AS month,
          denominator::INTEGER AS n, numerator::INTEGER AS good
        FROM kpi_snapshots WHERE kpi IN ('On-time delivery', 'Order accuracy') ORDER BY ALL`,
      ),
    );
  });

  test('readExports() counts every order once, and those of Amazon without a customer', async () => {
    const { shopifyOrders, amazonOrders } = planted;
    const priced = amazonOrders.orders - amazonOrders.pendingOrders;
    expect(
      await rows(
        `SELECT source, count(*)::INTEGER AS orders FROM orders GROUP BY source ORDER BY source`,
      ),
    ).toEqual([
      { source: 'amazon-orders', orders: priced },
      { source: 'shopify-orders', orders: shopifyOrders.orders },
    ]);
    expect(
      await rows(
        `SELECT (100 * sum(total))::BIGINT::VARCHAR AS total FROM orders WHERE source = 'shopify-orders'`,
      ),
    ).toEqual([{ total: String(shopifyOrders.total) }]);
    expect(
      await rows(
        `SELECT count(customer)::INTEGER AS known, count(*) FILTER (cancelled)::INTEGER AS cancelled
        FROM orders WHERE source = 'amazon-orders'`,
      ),
    ).toEqual([{ known: 0, cancelled: amazonOrders.cancelledOrders }]);
    const overlapping = ignoredRows(/^shopify\/orders/);
    expect(overlapping).toBe(shopifyOrders.repeatedRows);
  });

  test('readExports() adds up what was sold at Amazon without cancelled lines', async () => {
    expect(
      await rows(
        `SELECT (100 * sum(value))::BIGINT::INTEGER AS value, sum(quantity)::INTEGER AS pieces
        FROM order_lines JOIN orders USING (order_key) WHERE source = 'amazon-orders' AND NOT cancelled`,
      ),
    ).toEqual([{ value: planted.amazonOrders.itemPrice, pieces: planted.amazonOrders.pieces }]);
  });

  test('readExports() counts a piece that came back to Amazon once', async () => {
    expect(
      await rows(
        `SELECT sum(quantity)::INTEGER AS pieces, count(*) FILTER (value IS NULL)::INTEGER AS unvalued
        FROM returns WHERE order_key LIKE 'amazon-orders:%'`,
      ),
    ).toEqual([{ pieces: planted.amazonReturns.pieces, unvalued: 0 }]);
  });

  test('readExports() adds up what advertisements and flows cost and brought', async () => {
    const { googleAds, metaAds, klaviyoFlows } = planted;
    expect(
      await rows(
        `SELECT source, (100 * sum(spend))::BIGINT::INTEGER AS spend, sum(clicks)::INTEGER AS clicks
        FROM campaign_results WHERE source IN ('google-ads', 'meta-ads') GROUP BY source ORDER BY source`,
      ),
    ).toEqual([
      { source: 'google-ads', spend: googleAds.cost, clicks: googleAds.clicks },
      { source: 'meta-ads', spend: metaAds.spend, clicks: metaAds.clicks },
    ]);
    expect(
      await rows(
        `SELECT (100 * sum(revenue))::BIGINT::INTEGER AS revenue, sum(orders)::INTEGER AS orders,
          sum(delivered)::INTEGER AS delivered FROM campaign_results WHERE source = 'klaviyo-flows'`,
      ),
    ).toEqual([
      {
        revenue: klaviyoFlows.revenue,
        orders: klaviyoFlows.orders,
        delivered: klaviyoFlows.delivered,
      },
    ]);
  });

  test('readExports() knows whose the tickets, answers and brands of the old shop are', async () => {
    const { gorgias, brandReport, surveyMonkey } = planted;
    expect(
      await rows(
        `SELECT count(*)::INTEGER AS tickets, count(customer)::INTEGER AS of_customers,
          count(order_key)::INTEGER AS of_orders, count(*) FILTER (first_reply IS NULL)::INTEGER AS spam,
          count(satisfaction)::INTEGER AS rated, count(closed_at)::INTEGER AS closed FROM tickets`,
      ),
    ).toEqual([
      {
        tickets: gorgias.tickets,
        of_customers: gorgias.ofCustomers,
        of_orders: gorgias.ofCustomers,
        spam: gorgias.spam,
        rated: gorgias.rated,
        closed: gorgias.tickets,
      },
    ]);
    expect(
      await rows(
        `SELECT count(DISTINCT customer)::INTEGER AS customers, (100 * sum(value))::BIGINT::INTEGER AS total
        FROM customer_traits WHERE NOT regexp_matches(trait, '(?i)total')`,
      ),
    ).toEqual([{ customers: brandReport.known, total: brandReport.total }]);
    expect(
      await rows(
        `SELECT count(DISTINCT response)::INTEGER AS responses, count(*)::INTEGER AS answers
        FROM survey_responses WHERE survey = 'After your order'`,
      ),
    ).toEqual([
      {
        responses: surveyMonkey.responses - surveyMonkey.blank,
        answers: surveyMonkey.answers,
      },
    ]);
  });
});

async function rows(sql: string): Promise<unknown[]> {
  return engine.rows(sql);
}

/** Rows that newer files of the same export hold too. */
function ignoredRows(path: RegExp): number {
  return read.files
    .filter((file) => path.test(file.path))
    .reduce((sum, file) => sum + file.rows.ignored, 0);
}
