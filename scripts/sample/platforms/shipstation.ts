import { isoDay, monthStart, type Day } from '../calendar.ts';
import { Random } from '../random.ts';
import type { SampleOrder } from '../sample-order.ts';
import { money } from '../money.ts';
import type { Shop } from '../simulate-shop.ts';
import type { Row, Table } from '../table-file.ts';

/** The packing bench works with ShipStation since the beginning of so many months. */
const MONTHS = 12;
/** An order leaves within so many days. */
const SHIP_BY_DAYS = 2;
const SPLIT = 0.015;
const IMPORTED_TWICE = 0.01;

/** A template of the shop's own; "Markeplace" is ShipStation's spelling. */
const COLUMNS = (
  'Order - Number,Order - Status,Date - Order Date,Date - Ship By Date,Date - Shipped Date,Market - Store Name,' +
  'Market - Markeplace Name,Carrier - Service Selected,Shipment - Tracking Number,Ship To - Name,Ship To - City,' +
  'Ship To - State,Ship To - Postal Code,Ship To - Country,Customer Email,Amount - Shipping Cost,Amount - Order Shipping,' +
  'Amount - Paid by Customer,Amount - Order Subtotal,Amount - Order Tax,Amount - Order Total,Count - Number of Items'
).split(',');

export interface PlantedShipStation {
  /** Orders with a parcel. */
  orders: number;
  rows: number;
  /** Orders sent in two parcels: two rows with costs of their own. */
  splitOrders: number;
  /** Rows that say word for word what another says. */
  repeatedRows: number;
  /** Rows with a negative total and no day of shipment. */
  cancelledRows: number;
}

/** ShipStation's export by a template, a row a parcel; it never learns when a parcel arrives. */
export function shipStationExport(shop: Shop): { tables: Table[]; planted: PlantedShipStation } {
  const from = monthStart(shop.newest, MONTHS - 1);
  const root = new Random(shop.seed).fork('shipstation');
  const planted: PlantedShipStation = {
    orders: 0,
    rows: 0,
    splitOrders: 0,
    repeatedRows: 0,
    cancelledRows: 0,
  };
  const rows: Row[] = [];
  for (const order of shop.orders) {
    if (order.day < from || order.channel === 'pos') continue;
    const random = root.fork(String(order.number));
    const shippedOn = order.delivery?.shippedOn ?? null;
    if (order.cancelledOn !== null && order.money.total > 0) {
      rows.push({ ...orderCells(order, -1), 'Order - Status': 'cancelled' });
      planted.cancelledRows += 1;
    } else if (shippedOn !== null && shippedOn <= shop.newest) {
      rows.push(...parcelRows(random, order, shippedOn, planted));
      planted.orders += 1;
    }
  }
  planted.rows = rows.length;
  return { tables: [{ path: 'shipstation/orders.csv', columns: COLUMNS, rows }], planted };
}

function parcelRows(
  random: Random,
  order: SampleOrder,
  shippedOn: Day,
  planted: PlantedShipStation,
): Row[] {
  const parcel = (): Row => ({
    ...orderCells(order, 1),
    'Order - Status': 'shipped',
    'Date - Shipped Date': shipStationTime(shippedOn),
    'Carrier - Service Selected': order.delivery?.carrier ?? null,
    'Shipment - Tracking Number': `TT${random.code(12, '0123456789')}`,
    'Amount - Shipping Cost': money(random.integer(410, 1_180)),
  });
  const first = parcel();
  if (order.lines.length > 1 && random.chance(SPLIT)) {
    planted.splitOrders += 1;
    return [first, parcel()];
  }
  if (!random.chance(IMPORTED_TWICE)) return [first];
  planted.repeatedRows += 1;
  return [first, first];
}

function orderCells(order: SampleOrder, sign: 1 | -1): Row {
  const { money: sums, customer } = order;
  const person = customer?.person;
  const tax = sums.taxes.reduce((sum, { value }) => sum + value, 0);
  const signed = (cents: number) => (sign < 0 && cents > 0 ? `-${money(cents)}` : money(cents));
  return {
    'Order - Number': order.number,
    'Date - Order Date': shipStationTime(order.day),
    'Date - Ship By Date': shipStationTime(order.day + SHIP_BY_DAYS),
    'Market - Store Name': 'Tarn &  Twill',
    'Market - Markeplace Name': 'Shopify',
    'Ship To - Name': person?.name ?? null,
    'Ship To - City': person?.town ?? null,
    'Ship To - State': person?.region.province ?? null,
    'Ship To - Postal Code': person?.zip ?? null,
    'Ship To - Country': person?.region.country ?? null,
    'Customer Email': person?.email ?? null,
    'Amount - Order Shipping': signed(sums.shipping),
    'Amount - Paid by Customer': signed(sums.total),
    'Amount - Order Subtotal': signed(sums.subtotal),
    'Amount - Order Tax': signed(tax),
    'Amount - Order Total': signed(sums.total),
    'Count - Number of Items': order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

/** ShipStation writes a day as the hour that is midnight in Greenwich, summer and winter. */
function shipStationTime(day: Day): string {
  const [year = '', month = '', date = ''] = isoDay(day).split('-');
  return `${String(Number(month))}/${String(Number(date))}/${year} 4:00:00 AM`;
}
