import { clockTime, isoDay, monthStart, type Day } from '../calendar.ts';
import { Random } from '../random.ts';
import { hadProblem, type SampleOrder } from '../sample-order.ts';
import type { Shop } from '../simulate-shop.ts';
import type { Row, Table } from '../table-file.ts';

/** Mail and chat are answered in Gorgias since the beginning of so many months. */
const MONTHS = 10;
const ASKS = { afterAProblem: 0.55, else: 0.09 } as const;
const SPAM_PER_ORDER = 0.012;
const CLOSED_WITHOUT_DATE = 0.06;
const RATED = 0.3;
const FIRST_TICKET = 70_000_001;

/** What every account has, then the ticket fields and customer fields of this one. */
const COLUMNS = (
  'Ticket id,Tags,Initial channel,Priority,Last used integration name,Last used integration type,Created by an agent,' +
  'Subject,Creation date,Closed date,Survey score,Survey replied date,Assignee name,Assignee email,Customer email,' +
  'Customer name,First response time (s),Resolution time (s),Number of agent messages,Number of customer messages,' +
  'Ticket URL,Ticket Field: AI Intent,Ticket Field: Contact Reason,Ticket Field: Order Number,Ticket Field: Resolution,' +
  'Customer Field: Customer Type'
).split(',');

const AGENTS = ['Maren Oldfell', 'Tunde Farrowgate'] as const;

export interface PlantedGorgias {
  tickets: number;
  /** Closed by a rule, without an answer: first response 0, no message of an agent. */
  spam: number;
  ofCustomers: number;
  /** Solved, but without a day of closing. */
  withoutClosedDate: number;
  /** With a score of 1–5. */
  rated: number;
  /** Seconds until the first answer, of the tickets that an agent answered. */
  firstResponse: number;
}

interface Ticket {
  openedOn: Day;
  second: number;
  order: SampleOrder | null;
  channel: string;
  topic: string;
  intent: string;
  firstResponse: number;
  resolution: number;
  agentMessages: number;
  customerMessages: number;
  score: number | null;
  closedDate: boolean;
  agent: string;
}

/** Gorgias's ticket export: durations in seconds, tags in one cell, a tail of the account's own columns. */
export function gorgiasExport(shop: Shop): { tables: Table[]; planted: PlantedGorgias } {
  const tickets = simulateTickets(shop);
  const answered = tickets.filter(({ agentMessages }) => agentMessages > 0);
  return {
    tables: [{ path: 'gorgias/tickets.csv', columns: COLUMNS, rows: tickets.map(ticketRow) }],
    planted: {
      tickets: tickets.length,
      spam: tickets.length - answered.length,
      ofCustomers: tickets.filter(({ order }) => order !== null).length,
      withoutClosedDate: answered.filter(({ closedDate }) => !closedDate).length,
      rated: tickets.filter(({ score }) => score !== null).length,
      firstResponse: answered.reduce((sum, { firstResponse }) => sum + firstResponse, 0),
    },
  };
}

function simulateTickets(shop: Shop): Ticket[] {
  const root = new Random(shop.seed).fork('gorgias');
  const from = monthStart(shop.newest, MONTHS - 1);
  const tickets: Ticket[] = [];
  for (const order of shop.orders) {
    if (order.day < from) continue;
    const random = root.fork(String(order.number));
    if (random.chance(SPAM_PER_ORDER)) tickets.push(spamTicket(random, order.day));
    if (order.customer === null || order.channel === 'pos') continue;
    const asks = random.chance(hadProblem(order) ? ASKS.afterAProblem : ASKS.else);
    const openedOn = (order.delivery?.deliveredOn ?? order.day) + random.integer(0, 6);
    if (asks && openedOn <= shop.newest) tickets.push(customerTicket(random, order, openedOn));
  }
  return tickets.sort((a, b) => a.openedOn - b.openedOn || a.second - b.second);
}

function customerTicket(random: Random, order: SampleOrder, openedOn: Day): Ticket {
  const [topic, intent] = topicOf(random, order);
  const firstResponse = Math.round(5_200 * random.factor(0.8));
  const contacts = 1 + random.poisson(hadProblem(order) ? 1.1 : 0.4);
  return {
    openedOn,
    second: drawSecond(random),
    order,
    channel: random.weighted([
      ['email', 66],
      ['chat', 24],
      ['phone', 10],
    ]),
    topic,
    intent,
    firstResponse,
    resolution: firstResponse + Math.round(contacts * 14_000 * random.factor(0.7)),
    agentMessages: contacts + random.integer(0, 1),
    customerMessages: contacts,
    score: random.chance(RATED) ? drawScore(random, hadProblem(order)) : null,
    closedDate: !random.chance(CLOSED_WITHOUT_DATE),
    agent: random.pick(AGENTS),
  };
}

function topicOf(random: Random, order: SampleOrder): readonly [string, string] {
  if (order.packingProblem !== null) return ['Wrong or damaged item', 'Order::Damaged::Other'];
  if (order.delivery?.late === true) return ['Where is my order', 'Shipping::Delay::Other'];
  return random.pick([
    ['Return or exchange', 'Return::Request::Other'],
    ['Size advice', 'Product::Sizing::Other'],
    ['Where is my order', 'Shipping::Status::Other'],
    ['Change of address', 'Order::Edit::Address'],
  ] as const);
}

function drawScore(random: Random, bad: boolean): number {
  return random.weighted<number>(
    bad
      ? [
          [1, 18],
          [2, 18],
          [3, 24],
          [4, 24],
          [5, 16],
        ]
      : [
          [2, 3],
          [3, 9],
          [4, 30],
          [5, 58],
        ],
  );
}

/** Somebody offers a fair; a rule closes it unread. */
function spamTicket(random: Random, day: Day): Ticket {
  return {
    openedOn: day,
    second: drawSecond(random),
    order: null,
    channel: 'email',
    topic: 'Expo calendar',
    intent: 'Other::No Reply::Other',
    firstResponse: 0,
    resolution: 1,
    agentMessages: 0,
    customerMessages: 1,
    score: null,
    closedDate: true,
    agent: '',
  };
}

function drawSecond(random: Random): number {
  return random.integer(7 * 3600, 22 * 3600);
}

function ticketRow(ticket: Ticket, index: number): Row {
  const person = ticket.order?.customer?.person;
  const id = FIRST_TICKET + index * 3;
  const spam = ticket.agentMessages === 0;
  const closed = moment(ticket.openedOn, ticket.second + ticket.resolution);
  return {
    'Ticket id': id,
    Tags: spam ? 'auto-close,non-support-related' : `${ticket.channel},order-question`,
    'Initial channel': ticket.channel,
    Priority: 'normal',
    'Last used integration name': 'Tarn & Twill help',
    'Last used integration type': ticket.channel === 'email' ? 'gmail' : 'gorgias_chat',
    'Created by an agent': ticket.channel === 'phone' ? 'True' : 'False',
    Subject: ticket.channel === 'email' ? ticket.topic : null,
    'Creation date': moment(ticket.openedOn, ticket.second),
    'Closed date': ticket.closedDate ? closed : null,
    'Survey score': ticket.score,
    'Survey replied date': ticket.score === null ? null : closed,
    'Assignee name': ticket.agent,
    'Assignee email': spam ? null : 'help@example.com',
    'Customer email': person?.email ?? `fair${String(index)}@example.net`,
    'Customer name': person?.name ?? 'Fair Bureau',
    'First response time (s)': ticket.firstResponse,
    'Resolution time (s)': ticket.resolution,
    'Number of agent messages': ticket.agentMessages,
    'Number of customer messages': ticket.customerMessages,
    'Ticket URL': `https://tarn-and-twill.example.com/tickets/${String(id)}`,
    'Ticket Field: AI Intent': ticket.intent,
    'Ticket Field: Contact Reason': spam ? null : ticket.topic,
    'Ticket Field: Order Number': ticket.order === null ? null : `#${String(ticket.order.number)}`,
    'Ticket Field: Resolution': spam ? 'None' : 'Answered',
    'Customer Field: Customer Type': person === undefined ? null : 'Shopper',
  };
}

/** "2026-04-14 10:00:00"; the seconds may run past midnight. */
function moment(day: Day, second: number): string {
  return `${isoDay(day + Math.floor(second / 86_400))} ${clockTime(second % 86_400)}`;
}
