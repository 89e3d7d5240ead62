import { monthStart, yearOf, type Day } from '../calendar.ts';
import { refundedBy } from '../order-aftermath.ts';
import type { SampleOrder } from '../sample-order.ts';
import { SHOPIFY_COLUMNS } from '../shopify-columns.ts';
import { shopifyRows, type ShopifyExport } from '../shopify-rows.ts';
import type { Shop } from '../simulate-shop.ts';
import type { Row, Table } from '../table-file.ts';

/** The latest export begins so many months before the newest day's. */
const LATEST_MONTHS = 3;

/** What a reader has to find in the order exports. */
export interface PlantedShopifyOrders {
  /** In all files, each counted once. */
  orders: number;
  /** Cents that customers paid for them, tax and shipping included; cancelled ones too. */
  total: number;
  /** Orders of the latest export that the year's file holds as well. */
  repeatedOrders: number;
  /** Rows of the year's file that the latest export replaces. */
  repeatedRows: number;
  /** Of the repeated orders, those whose refund is only in the latest export. */
  refundedSince: number;
  /** Given away by a code of 100 %. */
  freeOrders: number;
  partlyRefundedOrders: number;
  taxInsideOrders: number;
}

interface File {
  path: string;
  exportedOn: Day;
  /** By time. */
  orders: SampleOrder[];
}

/**
 * One file a calendar year, newest order first, as Shopify hands them out. The newest year was downloaded when the last
 * month began; then came an export of the last months, which holds some of its orders again, with what was refunded since.
 */
export function shopifyOrderExports(
  shop: Shop,
  amazonNumbers: ReadonlyMap<number, string>,
): { tables: Table[]; planted: PlantedShopifyOrders } {
  const yearEnd = monthStart(shop.newest, 0) - 1;
  const latestFrom = monthStart(shop.newest, LATEST_MONTHS);
  const years = yearFiles(shop, yearEnd);
  const latest: File = {
    path: 'shopify/latest/orders_export_1.csv',
    exportedOn: shop.newest,
    orders: shop.orders.filter(({ day }) => day >= latestFrom),
  };
  const tables = [...years, latest].map(({ path, exportedOn, orders }) => ({
    path,
    columns: SHOPIFY_COLUMNS,
    rows: rowsOf(orders.toReversed(), { seed: shop.seed, exportedOn, amazonNumbers }),
  }));
  const repeated = latest.orders.filter(({ day }) => day <= yearEnd);
  return {
    tables,
    planted: {
      ...plantedInAll(shop),
      repeatedOrders: repeated.length,
      repeatedRows: repeated.reduce((sum, { lines }) => sum + lines.length, 0),
      refundedSince: repeated.filter(
        (order) => refundedBy(order, shop.newest) > refundedBy(order, yearEnd),
      ).length,
    },
  };
}

function yearFiles(shop: Shop, newestYearEnd: Day): File[] {
  const orders = shop.orders.filter(({ day }) => day <= newestYearEnd);
  const years = [...Map.groupBy(orders, ({ day }) => yearOf(day))];
  return years.map(([, ofYear], index) => ({
    path: `shopify/orders_export_${String(index + 1)}.csv`,
    exportedOn: index === years.length - 1 ? newestYearEnd : shop.newest,
    orders: ofYear,
  }));
}

function* rowsOf(orders: readonly SampleOrder[], file: ShopifyExport): Generator<Row> {
  for (const order of orders) yield* shopifyRows(order, file);
}

function plantedInAll({
  orders,
  newest,
}: Shop): Omit<PlantedShopifyOrders, 'repeatedOrders' | 'repeatedRows' | 'refundedSince'> {
  const count = (test: (order: SampleOrder) => boolean) => orders.filter(test).length;
  return {
    orders: orders.length,
    total: orders.reduce((sum, { money }) => sum + money.total, 0),
    freeOrders: count(({ money }) => money.total === 0),
    partlyRefundedOrders: count((order) => {
      const refunded = refundedBy(order, newest);
      return refunded > 0 && refunded < order.money.total;
    }),
    taxInsideOrders: count(({ money }) => money.taxInside && (money.taxes[0]?.value ?? 0) > 0),
  };
}
