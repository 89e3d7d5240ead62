import { counted } from '#core/format/counted.ts';
import { formatSource } from '#core/format/format-sources.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { ExportTable } from '../interchange.ts';
import type { ReadFile } from '../read/read-file.ts';
import { leaveOutCancelled } from './leave-out-cancelled.ts';
import { dropCopies } from '../read/drop-copies.ts';
import { partShops } from '../read/part-shops.ts';
import { removeOverlap } from '../read/remove-overlap.ts';
import { withdrawRows } from '../read/withdraw-rows.ts';
import { countAdapterNotes } from './adapter-notes.ts';
import { dropRows, leaveOutBeyondMeasure } from './beyond-measure.ts';
import { createItems } from './create-items.ts';
import { createRows, dropFiles } from './create-rows.ts';
import { joinPhoneGuests } from './join-phone-guests.ts';
import {
  countKnownReturns,
  platformsOfKnownBuyers,
  type KnownPlatforms,
} from './known-platforms.ts';
import { LOADERS } from './loaders.ts';
import { countOrderNotes, createOrderNotes, noteItems } from './order-notes.ts';
import { rowAccount, type RowAccount } from './row-account.ts';
import { countSameRows, findSameOrders, removeSameOrders } from './same-orders.ts';

/**
 * Names of the exports that brought each canonical table; under known_orders and known_returns those that brought orders
 * and returns of identified customers, which is what figures about customers rest on; under stated_discounts those
 * whose orders have a column for them, also where it holds none.
 */
export type TableSources = Partial<Record<string, string[]>>;

export interface LoadOptions {
  config: PortalConfig;
  /** Of this installation: customer keys cannot be computed without it. */
  secret: string;
  engine: Engine;
  /** Rows of orders that are loaded at once; default: PORTION_ROWS. */
  portionRows?: number | undefined;
}

/** What later tables refer to is loaded first; customers before orders, since they say who is behind an id. */
const LOAD_ORDER: ExportTable[] = [
  'products',
  'customers',
  'orders',
  'returns',
  'shipments',
  'fulfilment_checks',
  'survey_responses',
  'tickets',
  'customer_traits',
  'abandoned_baskets',
  'campaign_results',
  'kpi_snapshots',
  'persona_statistics',
];

/** Brings the files that were read together in the canonical tables; overlap is taken out of each export first. */
export async function loadExports(options: LoadOptions, files: ReadFile[]): Promise<TableSources> {
  const { engine, secret } = options;
  const account = rowAccount(files);
  const sources: TableSources = {};
  const known: KnownPlatforms = { orders: [], returns: [] };
  const read: ReadFile[] = [];
  for (const [, same] of groupBy(files, exportOf)) {
    const again = await dropCopies(engine, same, account);
    const parted = await partShops(engine, same, account, again);
    await withdrawRows(engine, parted, account);
    await removeOverlap(engine, parted, account);
    await leaveOutCancelled(engine, parted, account);
    read.push(...parted);
  }
  for (const table of LOAD_ORDER) {
    const platforms = groupBy(read.filter(fills(table)), platformOf);
    if (table === 'orders') await createOrderNotes(engine);
    for (const [source, own] of platforms) {
      const before = table === 'returns' ? await countKnownReturns(engine) : 0;
      await loadPlatform(options, table, source, own, account);
      if (table === 'returns' && (await countKnownReturns(engine)) > before) {
        known.returns.push(source);
      }
    }
    if (table === 'orders') await joinPhoneGuests(engine, secret, options.config.timeZone);
    const same = table === 'orders' && (await keepSameOrdersOnce(engine, platforms, account));
    if (table === 'orders') await countOrderNotes(engine, account);
    const filled = read.filter(({ plan }) => plan.adapter.table === table);
    await countAdapterNotes(engine, filled, account, same);
    if (same) await engine.run('DROP TABLE same_rows');
    if (table === 'orders') known.orders = await platformsOfKnownBuyers(engine);
    const isDone = ({ plan: { adapter } }: ReadFile): boolean =>
      adapter.table === table && adapter.also === undefined;
    await dropFiles(engine, read.filter(isDone));
  }
  await dropFiles(
    engine,
    read.filter(({ plan }) => plan.adapter.also !== undefined),
  );
  for (const file of read) if (file.report.rows.used > 0) addSources(sources, file, known);
  return sources;
}

async function loadPlatform(
  { config, engine, secret, portionRows }: LoadOptions,
  table: ExportTable,
  source: string,
  files: ReadFile[],
  account: RowAccount,
): Promise<void> {
  const filled = await createRows(engine, table, files);
  if (table === 'orders') {
    await createItems(engine, config);
    await noteItems(engine, source);
  }
  const taxInPrices = files.find(({ plan }) => plan.account?.taxInPrices)?.plan.account.taxInPrices;
  const request = { source, filled, config, secret, account, taxInPrices, portionRows };
  await leaveOutBeyondMeasure(engine, table, files, request);
  await LOADERS[table](engine, request);
  await dropRows(engine);
}

/** Whether a file's rows fill the table: as their own, or besides. */
function fills(table: ExportTable): (file: ReadFile) => boolean {
  return ({ plan: { adapter } }) =>
    adapter.table === table || (adapter.also ?? []).some((other) => other.table === table);
}

/**
 * A purchase that two tools know counts once; the rows of the other are accounted for.
 *
 * @returns whether there are such rows; then they are in the table "same_rows"
 */
async function keepSameOrdersOnce(
  engine: Engine,
  platforms: [string, ReadFile[]][],
  account: RowAccount,
): Promise<boolean> {
  if (!(await findSameOrders(engine))) return false;
  for (const [source, own] of platforms) {
    await createRows(engine, 'orders', own);
    for (const { file, rows, orders, keptBy } of await countSameRows(engine, source)) {
      const kept = keptBy === null ? '' : ` (${formatSource(keptBy)})`;
      const reason = `Rows of ${counted(orders, 'order')} that another tool’s export${kept} holds too`;
      account.ignore(file, { code: 'ignored/same-order', reason }, rows);
    }
    await engine.run('DROP VIEW "rows"');
  }
  await removeSameOrders(engine);
  return true;
}

/** Exports that complete each other are one source: that of their platform; a mapped file is its source's. */
function platformOf({ plan }: ReadFile): string {
  const { adapter, source } = plan;
  return source === adapter.id ? (adapter.platform ?? source) : source;
}

/** Files can overlap that are of one adapter, or of two that differ only in how the file is written. */
function exportOf(file: ReadFile): string {
  const { table, columns } = file.plan.adapter;
  return JSON.stringify([platformOf(file), table, Object.keys(columns)]);
}

/** Groups by a name, sorted by it. */
function groupBy(files: ReadFile[], name: (file: ReadFile) => string): [string, ReadFile[]][] {
  const groups = Map.groupBy(files, name);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function addSources(sources: TableSources, file: ReadFile, known: KnownPlatforms): void {
  const { adapter, source } = file.plan;
  const shipsToo =
    adapter.table === 'orders' &&
    ['shippedAt', 'promisedOn', 'deliveredOn'].some((name) => name in adapter.select);
  const tables = [adapter.table, ...(adapter.also ?? []).map(({ table }) => table)];
  const ofKnown = (['orders', 'returns'] as const)
    .filter((table) => tables.includes(table) && known[table].includes(platformOf(file)))
    .map((table) => `known_${table}`);
  const stated = statesDiscounts(file) ? ['stated_discounts'] : [];
  for (const name of [...tables, ...(shipsToo ? ['shipments'] : []), ...ofKnown, ...stated]) {
    sources[name] = [...new Set([...(sources[name] ?? []), source])].sort();
  }
}

/** Whether a column of the file says what was taken off an order or a line. */
function statesDiscounts({ plan: { adapter, bindings } }: ReadFile): boolean {
  if (adapter.table !== 'orders') return false;
  const { discount = '', orderDiscount = '', discountCode = '' } = adapter.select;
  const asked = `${discount} ${orderDiscount} ${discountCode}`.match(/\w+/g) ?? [];
  return asked.some((name) => bindings.get(name)?.from === 'header');
}
