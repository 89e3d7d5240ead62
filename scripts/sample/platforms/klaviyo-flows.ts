import { isoDay, monthStart, type Day } from '../calendar.ts';
import { Random } from '../random.ts';
import { money } from '../money.ts';
import type { Shop } from '../simulate-shop.ts';
import type { Row, Table } from '../table-file.ts';

const MONTHS = 6;
const ID_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

const COLUMNS = (
  'Day,Flow ID,Flow Name,Flow Message ID,Flow Message Name,Flow Message Channel,Status,Delivered,Unique Opens,Open Rate,' +
  'Unique Clicks,Click Rate,Placed Order,Placed Order Rate,Revenue,Revenue per Recipient,Unsub Rate,Complaint Rate,' +
  'Bounce Rate,Tags'
).split(',');

interface Message {
  flow: string;
  message: string;
  channel: 'Email' | 'SMS';
  /** Sendings a day for each customer of the shop. */
  perCustomer: number;
  orderRate: number;
}

const MESSAGES: readonly Message[] = [
  message('Welcome Series', 'Welcome 1: Who we are', 'Email', 0.004, 0.022),
  message('Welcome Series', 'Welcome 2: How it fits', 'Email', 0.0034, 0.012),
  message('Abandoned Checkout', 'Still thinking?', 'Email', 0.0052, 0.031),
  message('Abandoned Checkout', 'Your basket, one more day', 'SMS', 0.0018, 0.02),
  message('Browse Abandonment', 'Seen on the hill', 'Email', 0.0075, 0.006),
  message('After the First Order', 'How to care for it', 'Email', 0.0016, 0.004),
  message('Winback', 'It has been a while', 'Email', 0.0028, 0.005),
];

function message(
  flow: string,
  name: string,
  channel: Message['channel'],
  perCustomer: number,
  orderRate: number,
): Message {
  return { flow, message: name, channel, perCustomer, orderRate };
}

export interface PlantedKlaviyoFlows {
  rows: number;
  delivered: number;
  orders: number;
  /** Cents. */
  revenue: number;
}

interface FlowDay extends Message {
  day: Day;
  flowId: string;
  messageId: string;
  delivered: number;
  opens: number;
  clicks: number;
  orders: number;
  revenue: number;
  unsubscribes: number;
  complaints: number;
  bounces: number;
}

/** Klaviyo's flow report by day: unlike the campaigns' rates these are 0–1, and revenue carries a sign and commas. */
export function klaviyoFlowExport(shop: Shop): { tables: Table[]; planted: PlantedKlaviyoFlows } {
  const days = simulateFlows(shop);
  const sum = (value: (day: FlowDay) => number) =>
    days.reduce((total, day) => total + value(day), 0);
  return {
    tables: [{ path: 'klaviyo/flows.csv', columns: COLUMNS, rows: rowsOf(days) }],
    planted: {
      rows: days.length,
      delivered: sum(({ delivered }) => delivered),
      orders: sum(({ orders }) => orders),
      revenue: sum(({ revenue }) => revenue),
    },
  };
}

function simulateFlows(shop: Shop): FlowDay[] {
  const root = new Random(shop.seed).fork('klaviyo flows');
  const days: FlowDay[] = [];
  for (const entry of MESSAGES) {
    const random = root.fork(entry.message);
    const flowId = root.fork(`id of ${entry.flow}`).code(6, ID_LETTERS);
    const messageId = random.code(6, ID_LETTERS);
    for (let day = monthStart(shop.newest, MONTHS - 1); day <= shop.newest; day += 1) {
      days.push({ ...flowDay(random, entry, day, shop.customers.length), flowId, messageId });
    }
  }
  return days.sort((a, b) => a.day - b.day);
}

function flowDay(
  random: Random,
  entry: Message,
  day: Day,
  customers: number,
): Omit<FlowDay, 'flowId' | 'messageId'> {
  const delivered = random.poisson(Math.min(500, customers * entry.perCustomer));
  const email = entry.channel === 'Email';
  const orders = random.binomial(delivered, entry.orderRate);
  return {
    ...entry,
    day,
    delivered,
    opens: email ? random.binomial(delivered, 0.52) : 0,
    clicks: random.binomial(delivered, 0.06),
    orders,
    revenue: Math.round(orders * 11_400 * random.factor(0.3)),
    unsubscribes: random.binomial(delivered, 0.006),
    complaints: random.binomial(delivered, 0.0002),
    bounces: random.binomial(delivered, 0.004),
  };
}

/** A text message has no opens, and a day without a sending no rates. */
function* rowsOf(days: readonly FlowDay[]): Generator<Row> {
  for (const day of days) {
    const rate = (count: number) =>
      day.delivered === 0 ? 'N/A' : (count / day.delivered).toFixed(4);
    const email = day.channel === 'Email';
    yield {
      Day: isoDay(day.day),
      'Flow ID': day.flowId,
      'Flow Name': day.flow,
      'Flow Message ID': day.messageId,
      'Flow Message Name': day.message,
      'Flow Message Channel': day.channel,
      Status: 'live',
      Delivered: day.delivered,
      'Unique Opens': email ? day.opens : null,
      'Open Rate': email ? rate(day.opens) : 'N/A',
      'Unique Clicks': day.clicks,
      'Click Rate': rate(day.clicks),
      'Placed Order': day.orders,
      'Placed Order Rate': rate(day.orders),
      Revenue: dollars(day.revenue),
      'Revenue per Recipient':
        day.delivered === 0 ? 'N/A' : dollars(Math.round(day.revenue / day.delivered)),
      'Unsub Rate': rate(day.unsubscribes),
      'Complaint Rate': rate(day.complaints),
      'Bounce Rate': rate(day.bounces),
    };
  }
}

function dollars(cents: number): string {
  return `$${money(cents).replace(/(?<=\d)(?=(?:\d{3})+\.)/g, ',')}`;
}
