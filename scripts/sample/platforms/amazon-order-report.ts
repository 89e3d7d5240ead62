import { monthStart, yearOf, type Day } from '../calendar.ts';
import { money } from '../money.ts';
import type { Shop } from '../simulate-shop.ts';
import type { Dialect, Row, Table } from '../table-file.ts';
import {
  amazonItemNumbers,
  amazonTime,
  amazonTitle,
  type AmazonLine,
  type AmazonOrder,
} from './amazon-orders.ts';

/** The header of the all-orders report until 2024, and the three columns that came after. */
const OLD_COLUMNS = (
  'amazon-order-id,merchant-order-id,purchase-date,last-updated-date,order-status,fulfillment-channel,sales-channel,' +
  'order-channel,url,ship-service-level,product-name,sku,asin,item-status,quantity,currency,item-price,item-tax,' +
  'shipping-price,shipping-tax,gift-wrap-price,gift-wrap-tax,item-promotion-discount,ship-promotion-discount,' +
  'ship-city,ship-state,ship-postal-code,ship-country,promotion-ids'
).split(',');
const COLUMNS = [...OLD_COLUMNS, 'is-business-order', 'purchase-order-number', 'price-designation'];

const DIALECT: Partial<Dialect> = { delimiter: '\t', endOfLine: '\r\n', quotes: 'none' };
const LAST_YEAR_OF_OLD_COLUMNS = 2024;
/** The report by last update goes back so many days before the newest year's report was made. */
const SENT_AGAIN_DAYS = 14;

/** What a reader has to find in the reports; every order counted once, as the newest report has it. */
export interface PlantedAmazonOrders {
  /** Sold at Amazon, to buyers of whom nothing is known. */
  orders: number;
  lines: number;
  cancelledOrders: number;
  pendingOrders: number;
  /** Lines cancelled in orders that were shipped. */
  cancelledLines: number;
  /** Of the lines that were neither cancelled nor are pending. */
  pieces: number;
  /** Cents before promotions, of the same lines. */
  itemPrice: number;
  promotion: number;
  /** Sent by Amazon's warehouse for the shop (sales channel Non-Amazon): the shop's own orders already count. */
  sentForShop: { orders: number; rows: number; itemPrice: number };
  /** Rows of the newest year's report that the report by last update replaces. */
  repeatedRows: number;
}

interface Report {
  path: string;
  exportedOn: Day;
  orders: AmazonOrder[];
  columns: readonly string[];
  header: readonly string[];
}

/**
 * One report a calendar year, the newest as of the day before the last month; then one by last update, which sends the
 * orders of the days before again, some of them changed.
 */
export function amazonOrderReports(
  shop: Shop,
  orders: readonly AmazonOrder[],
): { tables: Table[]; planted: PlantedAmazonOrders } {
  const yearEnd = monthStart(shop.newest, 0) - 1;
  const updated = orders.filter(({ settledOn }) => settledOn > yearEnd - SENT_AGAIN_DAYS);
  const reports = [
    ...yearReports(shop, orders, yearEnd),
    report('amazon/all-orders-by-last-update.txt', shop.newest, updated, COLUMNS),
  ];
  const repeated = updated.filter(({ day }) => day <= yearEnd);
  return {
    tables: reports.map((entry) => ({
      path: entry.path,
      columns: entry.columns,
      rows: rowsOf(entry),
      dialect: { ...DIALECT, header: [entry.header] },
    })),
    planted: {
      ...plantedInAll(orders, shop.newest),
      repeatedRows: repeated.reduce((sum, { lines }) => sum + lines.length, 0),
    },
  };
}

function yearReports(shop: Shop, orders: readonly AmazonOrder[], yearEnd: Day): Report[] {
  const years = [
    ...Map.groupBy(
      orders.filter(({ day }) => day <= yearEnd),
      ({ day }) => yearOf(day),
    ),
  ];
  return years.map(([year, ofYear], index) => {
    const exportedOn = index === years.length - 1 ? yearEnd : shop.newest;
    const columns = year <= LAST_YEAR_OF_OLD_COLUMNS ? OLD_COLUMNS : COLUMNS;
    return report(`amazon/all-orders-${String(year)}.txt`, exportedOn, ofYear, columns);
  });
}

/** Two headers end in a space in the reports of a year. */
function report(
  path: string,
  exportedOn: Day,
  orders: AmazonOrder[],
  columns: readonly string[],
): Report {
  const spaced = /^(?:promotion-ids|price-designation)$/;
  const header = path.includes('2025')
    ? columns.map((name) => (spaced.test(name) ? `${name} ` : name))
    : columns;
  return { path, exportedOn, orders, columns, header };
}

function* rowsOf({ orders, exportedOn, columns }: Report): Generator<Row> {
  const isNew = columns.length > OLD_COLUMNS.length;
  for (const order of orders) {
    const head = { ...headCells(order, exportedOn), ...(isNew ? newCells() : {}) };
    for (const line of order.lines) yield { ...head, ...lineCells(order, line, exportedOn) };
  }
}

function headCells(order: AmazonOrder, exportedOn: Day): Row {
  const pending = order.settledOn > exportedOn;
  return {
    'amazon-order-id': order.id,
    'merchant-order-id': order.merchantId,
    'purchase-date': amazonTime(order.day, order.second),
    'last-updated-date': amazonTime(pending ? order.day : order.settledOn, order.second),
    'order-status': pending ? 'Pending' : order.cancelled ? 'Cancelled' : 'Shipped',
    'fulfillment-channel': order.fulfilment,
    'sales-channel': order.sentFor === null ? 'Amazon.com' : 'Non-Amazon',
    'ship-service-level': order.fulfilment === 'Amazon' ? 'Expedited' : 'Standard',
    'ship-city': order.place.city,
    'ship-state': order.place.state,
    'ship-postal-code': order.place.zip,
    'ship-country': 'US',
  };
}

function newCells(): Row {
  return { 'is-business-order': 'false' };
}

function lineCells(order: AmazonOrder, line: AmazonLine, exportedOn: Day): Row {
  const cancelled = order.cancelled || line.cancelled;
  const pending = order.settledOn > exportedOn;
  return {
    'product-name': amazonTitle(line),
    sku: line.product.sku,
    asin: amazonItemNumbers(line.product.sku).asin,
    'item-status': pending ? 'Unshipped' : cancelled ? 'Cancelled' : 'Shipped',
    // An order cancelled as a whole shows no pieces, and its money only now and then.
    quantity: order.cancelled && !pending ? 0 : line.quantity,
    ...(pending || (order.cancelled && order.second % 2 === 0) ? {} : moneyCells(line)),
    'promotion-ids': promotionIds(line),
  };
}

function moneyCells(line: AmazonLine): Row {
  return {
    currency: 'USD',
    'item-price': money(line.price),
    'item-tax': amount(line.tax),
    'shipping-price': amount(line.shipping),
    'gift-wrap-price': amount(line.giftWrap),
    'item-promotion-discount': amount(line.promotion),
    'ship-promotion-discount': amount(line.shippingPromotion),
  };
}

/** What was not charged is blank. */
function amount(cents: number): string | null {
  return cents === 0 ? null : money(cents);
}

function promotionIds(line: AmazonLine): string {
  return [
    ...(line.promotion > 0 ? ['Trail Week 10 percent 2026/05/04 10-30-12-1'] : []),
    ...(line.shippingPromotion > 0 ? ['US Core Free Shipping 2015/04/08 23-48-5-108'] : []),
  ].join(',');
}

function plantedInAll(
  orders: readonly AmazonOrder[],
  newest: Day,
): Omit<PlantedAmazonOrders, 'repeatedRows'> {
  const sold = orders.filter(({ sentFor }) => sentFor === null);
  const sent = orders.filter(({ sentFor }) => sentFor !== null);
  const settled = sold.filter((order) => order.settledOn <= newest);
  const kept = settled.filter(({ cancelled }) => !cancelled);
  const lines = kept.flatMap((order) => order.lines.filter(({ cancelled }) => !cancelled));
  return {
    orders: sold.length,
    lines: linesOf(sold).length,
    cancelledOrders: settled.length - kept.length,
    pendingOrders: sold.length - settled.length,
    cancelledLines: linesOf(kept).length - lines.length,
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    itemPrice: lines.reduce((sum, { price }) => sum + price, 0),
    promotion: lines.reduce((sum, { promotion }) => sum + promotion, 0),
    sentForShop: {
      orders: sent.length,
      rows: linesOf(sent).length,
      itemPrice: linesOf(sent).reduce((sum, { price }) => sum + price, 0),
    },
  };
}

function linesOf(orders: readonly AmazonOrder[]): AmazonLine[] {
  return orders.flatMap(({ lines }) => lines);
}
