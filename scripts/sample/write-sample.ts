import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CAMPAIGN_COLUMNS, campaignRows } from './campaign-results.ts';
import { isoDay } from './calendar.ts';
import { refuseForeignFiles } from './foreign-files.ts';
import { summariseKinds, type KindSummary } from './kind-summary.ts';
import { KLAVIYO_COLUMNS, klaviyoRows } from './klaviyo-campaigns.ts';
import { SNAPSHOT_COLUMNS, snapshotRows } from './kpi-snapshots.ts';
import {
  CHECK_COLUMNS,
  PRODUCT_COLUMNS,
  RETURN_COLUMNS,
  SHIPMENT_COLUMNS,
  checkRows,
  drawChecks,
  productRows,
  returnRows,
  shipmentRows,
} from './parcel-tables.ts';
import { PERSONA_STATISTIC_COLUMNS, personaStatisticRows } from './persona-statistics.ts';
import { platformExports } from './platforms/platform-exports.ts';
import { simulateShop, type Shop } from './simulate-shop.ts';
import { SURVEY_COLUMNS, surveyRows } from './survey-responses.ts';
import { writeTable, type Table } from './table-file.ts';
import { assembleTruth } from './truth.ts';

const SAMPLE_SEED = 20_261_031;
const SAMPLE_CUSTOMERS = 6_500;
const SAMPLE_NEWEST = '2026-10-31';

/** A note in the folder of sample exports, by which `generate` knows that they are invented. */
export const SAMPLE_MARK = 'sample-retailer.txt';

const MARK_TEXT =
  'These exports are invented. Tarn & Twill, its brands and its customers do not exist.\n';

export interface SampleOptions {
  seed?: number;
  customers?: number;
  /** Day of the newest order, YYYY-MM-DD. */
  newest?: string;
}

export interface SampleSummary {
  seed: number;
  oldest: string;
  newest: string;
  customers: number;
  orders: number;
  orderLines: number;
  /** Paths relative to the folder, in the order of writing. */
  files: { path: string; rows: number }[];
  kinds: KindSummary[];
  /** Where the planted truth was written: beside the folder, so that no reader takes it for an export. */
  truth: string;
}

/** Writes the sample retailer's exports into a folder, and `<folder>.truth.json` beside it. Same options: same bytes. */
export async function writeSample(
  directory: string,
  options: SampleOptions = {},
): Promise<SampleSummary> {
  const folder = resolve(directory);
  const seed = options.seed ?? SAMPLE_SEED;
  const shop = simulateShop(
    seed,
    options.customers ?? SAMPLE_CUSTOMERS,
    options.newest ?? SAMPLE_NEWEST,
  );
  const platforms = platformExports(shop);
  const tables = [...platforms.tables, ...ownTables(shop)];
  await refuseForeignFiles(folder, new Set([SAMPLE_MARK, ...tables.map(({ path }) => path)]));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, SAMPLE_MARK), MARK_TEXT);
  const files: SampleSummary['files'] = [];
  for (const table of tables) {
    files.push({ path: table.path, rows: await writeTable(join(folder, table.path), table) });
  }
  const kinds = summariseKinds(shop);
  const truth = `${folder}.truth.json`;
  await writeFile(
    truth,
    `${JSON.stringify(assembleTruth(shop, kinds, { ...platforms.planted, files }), null, 2)}\n`,
  );
  return {
    seed,
    oldest: isoDay(shop.from),
    newest: isoDay(shop.newest),
    customers: shop.customers.length,
    orders: shop.orders.length,
    orderLines: shop.orders.reduce((sum, { lines }) => sum + lines.length, 0),
    files,
    kinds,
    truth,
  };
}

/** What the shop keeps in tables of its own, and the campaigns. */
function ownTables(shop: Shop): Table[] {
  const { seed, newest, orders } = shop;
  const checks = drawChecks(shop);
  return [
    {
      path: 'klaviyo/campaigns.csv',
      columns: KLAVIYO_COLUMNS,
      rows: klaviyoRows(seed, newest, shop.customers.length),
    },
    { path: 'products.csv', columns: PRODUCT_COLUMNS, rows: productRows(shop.catalogue) },
    { path: 'returns.csv', columns: RETURN_COLUMNS, rows: returnRows(orders) },
    { path: 'shipments.csv', columns: SHIPMENT_COLUMNS, rows: shipmentRows(orders, newest) },
    { path: 'fulfilment-checks.csv', columns: CHECK_COLUMNS, rows: checkRows(checks) },
    { path: 'survey-responses.csv', columns: SURVEY_COLUMNS, rows: surveyRows(shop) },
    { path: 'campaign-results.csv', columns: CAMPAIGN_COLUMNS, rows: campaignRows(seed, newest) },
    { path: 'kpi-snapshots.csv', columns: SNAPSHOT_COLUMNS, rows: snapshotRows(shop, checks) },
    {
      path: 'persona-statistics.csv',
      columns: PERSONA_STATISTIC_COLUMNS,
      rows: personaStatisticRows(),
    },
  ];
}
