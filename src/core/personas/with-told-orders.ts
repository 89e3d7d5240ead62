import type { Fact, Interval } from '#core/schemas/fact.ts';
import type { Persona } from '#core/schemas/persona.ts';
import type { PersonaFactId } from './fact-definitions.ts';

/** Averages with the number of orders above the line (1) or below it (-1). */
const AVERAGES: Readonly<Record<string, 1 | -1>> = {
  ordersPerYear: 1,
  averageOrderValue: -1,
  itemsPerOrder: -1,
} satisfies Partial<Record<PersonaFactId, 1 | -1>>;
/** Shares of orders. */
const SHARES: readonly string[] = [
  'discountShare',
  'repeatDiscountShare',
  'giftShare',
  'springShare',
  'summerShare',
  'autumnShare',
  'holidayShare',
  'weekendShare',
  'mainChannelShare',
  'distinctChannelShare',
  'topMonthShare',
  'topWeekdayShare',
] satisfies PersonaFactId[];
const SPLITS: readonly string[] = ['channels', 'months', 'weekdays'];

interface Estimate {
  value: number;
  interval?: Interval | undefined;
}

/**
 * A Portrait's figures as of the orders that may be told – where nothing may be told of how many came back.
 * Definition: averages as if there were so many orders; shares to steps of two orders, each a one, two or five of its power of
 * ten, since 9 ÷ 49 has one number alone below the line, and never to nothing or all; quotients with the average change as
 * their figures do, and intervals reach further by as much. Source: `toldOrders`; rounding in Hundepool et al. (2012),
 * Statistical Disclosure Control, chapter 5. No figures of orders: as they were.
 *
 * @param told of `toldOrders`
 * @example withToldOrders({ facts: [], breakdowns: [], distinguishing: [] }, { orders: 52, told: 59, floor: 10 }).facts // => []
 */
export function withToldOrders<
  Own extends Pick<Persona, 'facts' | 'breakdowns' | 'distinguishing'>,
>(own: Own, { orders, told, floor }: { orders: number; told: number; floor: number }): Own {
  const step = roundStep(2 / told);
  const change = (id: string): number => {
    const place = AVERAGES[id];
    if (place !== undefined) return (told / orders) ** place;
    const share = own.facts.find((fact) => fact.id === id)?.value;
    return typeof share === 'number' && share > 0
      ? rounded({ value: share }, step).value / share
      : 1;
  };
  const changed = (id: string, { value, interval }: Estimate): Estimate => {
    const low = (interval?.low ?? 0) * change(id) * (1 - floor / told);
    const high = (interval?.high ?? 0) * change(id) * (1 + floor / told);
    return { value: value * change(id), interval: interval && { ...interval, low, high } };
  };
  return {
    ...own,
    facts: own.facts.map((fact): Fact => {
      const id = figureOf(fact.id);
      if (!isOfOrders(id) || fact.status !== 'ok' || typeof fact.value !== 'number') return fact;
      const { value, interval, ...head } = fact;
      const exact = { value, interval };
      return {
        ...head,
        ...withInterval(SHARES.includes(fact.id) ? rounded(exact, step) : changed(id, exact)),
        formula: `${fact.formula}; rounded, so as not to tell how many orders`,
      };
    }),
    breakdowns: own.breakdowns.map((split) => ({
      ...split,
      rows: split.rows.map((row) => {
        if (row.share === null || !SPLITS.includes(split.id)) return row;
        const { value, ...interval } = withInterval(
          rounded({ value: row.share, interval: row.interval }, step),
        );
        return { ...row, share: value, ...interval };
      }),
    })),
    distinguishing: own.distinguishing.map((entry) => {
      const { fact, timesAverage, interval } = entry;
      if (!isOfOrders(fact)) return entry;
      const { value, ...rest } = withInterval(changed(fact, { value: timesAverage, interval }));
      return { ...entry, timesAverage: value, ...rest };
    }),
  };
}

function isOfOrders(id: string): boolean {
  return id in AVERAGES || SHARES.includes(id);
}

/** The figure that a quotient is made of. */
function figureOf(id: string): string {
  return id === 'distinctChannelTimes' ? 'distinctChannelShare' : id.replace(/Times$/, '');
}

function withInterval({ value, interval }: Estimate): { value: number; interval?: Interval } {
  return { value, ...(interval && { interval }) };
}

/** The smallest one, two or five of a power of ten that is not smaller. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((digit) => digit * power >= least) ?? 10);
}

/** A share in steps; nothing and all stay as they are, and nothing else becomes one of them. */
function rounded({ value, interval }: Estimate, step: number): Estimate {
  const steps = (count: number): number => Number((count * step).toPrecision(12));
  const most = Math.ceil(1 / step) - 1;
  return {
    value:
      value === 0 || value === 1
        ? value
        : steps(Math.min(most, Math.max(1, Math.round(value / step)))),
    interval: interval && {
      ...interval,
      low: steps(Math.floor(interval.low / step)),
      high: Math.min(1, steps(Math.ceil(interval.high / step))),
    },
  };
}
