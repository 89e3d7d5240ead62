import { isoDay, monthsBetween } from './calendar.ts';
import type { Row } from './table-file.ts';
import type { FulfilmentCheck } from './parcel-tables.ts';
import { Random } from './random.ts';
import type { Shop } from './simulate-shop.ts';

export const SNAPSHOT_COLUMNS = [
  'kpi',
  'period',
  'value',
  'unit',
  'n',
  'numerator',
  'denominator',
  'tool',
] as const;

/** Solved at the first contact: better since the service desk sees what the caller has ordered. */
export const FIRST_CONTACT = { deskFrom: '2025-09', before: 0.71, since: 0.79 } as const;

/** Monthly figures that other tools computed; the parcel figures agree with the shipments and the checks. */
export function* snapshotRows(shop: Shop, checks: readonly FulfilmentCheck[]): Generator<Row> {
  const months = monthsBetween(shop.from, shop.newest);
  const accuracy = tally(
    checks.map(({ order, checkedOn }) => [checkedOn, order.packingProblem === null] as const),
  );
  const onTime = tally(
    shop.orders.flatMap(({ delivery }) =>
      delivery !== null && delivery.deliveredOn <= shop.newest
        ? [[delivery.deliveredOn, !delivery.late] as const]
        : [],
    ),
  );
  const orders = tally(shop.orders.map(({ day }) => [day, true] as const));
  const random = new Random(shop.seed).fork('help desk');
  for (const month of months) {
    yield* ratioRow('Order accuracy', month, accuracy.get(month), 'Packbench');
    yield* ratioRow('On-time delivery', month, onTime.get(month), 'Parcel Lookout');
    const tickets = Math.round((orders.get(month)?.all ?? 0) * 0.21 * random.factor(0.06));
    const rate = month < FIRST_CONTACT.deskFrom ? FIRST_CONTACT.before : FIRST_CONTACT.since;
    const solved = { good: random.binomial(tickets, rate), all: tickets };
    yield* ratioRow('First-contact resolution', month, solved, 'Deskbell');
    if (tickets > 0) {
      const days = (0.9 * random.factor(0.12)).toFixed(2);
      yield {
        kpi: 'Time to first answer',
        period: month,
        value: days,
        unit: 'days',
        n: tickets,
        tool: 'Deskbell',
      };
    }
  }
}

interface Tally {
  good: number;
  all: number;
}

function tally(events: readonly (readonly [day: number, good: boolean])[]): Map<string, Tally> {
  const months = new Map<string, Tally>();
  for (const [day, good] of events) {
    const month = isoDay(day).slice(0, 7);
    const entry = months.get(month) ?? { good: 0, all: 0 };
    months.set(month, { good: entry.good + (good ? 1 : 0), all: entry.all + 1 });
  }
  return months;
}

/** Nothing for a month without cases: a share of none is no share. */
function* ratioRow(
  kpi: string,
  period: string,
  counts: Tally | undefined,
  tool: string,
): Generator<Row> {
  if (counts === undefined || counts.all === 0) return;
  yield {
    kpi,
    period,
    value: (counts.good / counts.all).toFixed(4),
    unit: 'ratio',
    n: counts.all,
    numerator: counts.good,
    denominator: counts.all,
    tool,
  };
}
