import { fewerThan } from '#core/kpis/kpi-measure.ts';
import type { Fact, Unit } from '#core/schemas/fact.ts';
import type { Period } from '#core/schemas/identifiers.ts';
import type { Platform } from '#core/schemas/market.ts';

/** One figure of a platform, added up over its period; null: no row states it. */
export interface PlatformSum {
  sum: number | null;
  /** Months of the period in which a row states it. */
  months: number;
}

/** What a platform's export states of a period. */
export interface PlatformTotals {
  source: string;
  kind: Platform['kind'];
  period: Period;
  /** Campaigns, mailings or flows that ran or were sent. */
  campaigns: number;
  /** Months of the period in which money was spent or something was sent. */
  months: number;
  spend: PlatformSum;
  clicks: PlatformSum;
  conversions: PlatformSum;
  /** Messages sent. */
  messages: PlatformSum;
  orders: PlatformSum;
  revenue: PlatformSum;
  unsubscribes: PlatformSum;
}

/** Of a sum that the platform states and of a quotient of two. */
interface Figure {
  id: string;
  label: string;
  unit: Unit;
  formula: string;
  value: Stated;
}

type Stated =
  | { status: 'ok'; value: number }
  | { status: 'suppressed' | 'unavailable'; value: null; reason: string };

/**
 * Platform facts – what a platform cost and brought by its own account.
 * Definition: sums of what its export states, and quotients of these sums: spend ÷ conversions, value ÷ spend. A figure that
 * some month with spend or sendings does not state is unavailable, since the rest would be too little; conversions and
 * orders under the floor are withheld with everything that gives them away.
 * Source: attribution is each platform's own (Google Ads: "Conversions", Meta: "Purchases"); cost per acquisition and
 * return on ad spend as these platforms define them.
 * Empty case: what no row states is unavailable.
 * @example platformFacts({ source: 'google-ads', kind: 'ads', period: { from: '2026-01-01', to: '2026-01-31' }, campaigns: 1, months: 1, spend: { sum: 80, months: 1 }, clicks: { sum: null, months: 0 }, conversions: { sum: 40, months: 1 }, messages: { sum: null, months: 0 }, orders: { sum: null, months: 0 }, revenue: { sum: 200, months: 1 }, unsubscribes: { sum: null, months: 0 } }, '2026-01-31', 10).map(({ value }) => value) // => [80, null, 40, 200, 2, 2.5]
 */
export function platformFacts(totals: PlatformTotals, asOf: string, floor: number): Fact[] {
  const figures = totals.kind === 'ads' ? adFigures(totals, floor) : messageFigures(totals, floor);
  return figures.map(({ value, ...head }): Fact => {
    const { source, period, campaigns } = totals;
    const passport = { ...head, counted: 'campaigns' as const, period, asOf, sources: [source] };
    return value.status === 'ok'
      ? { ...passport, ...value, n: campaigns }
      : {
          ...passport,
          ...value,
          status: value.status,
          n: value.status === 'suppressed' ? 0 : campaigns,
        };
  });
}

function adFigures(totals: PlatformTotals, floor: number): Figure[] {
  const spend = stated(totals, totals.spend);
  const conversions = withheldBelow(floor, stated(totals, totals.conversions));
  const value = withheldWith(conversions, stated(totals, totals.revenue));
  return [
    {
      ...{ id: 'spend', label: 'Spend', unit: 'money' },
      ...{ formula: 'Cost that the platform states', value: spend },
    },
    {
      ...{ id: 'clicks', label: 'Clicks', unit: 'count' },
      ...{ formula: 'Clicks that the platform states', value: stated(totals, totals.clicks) },
    },
    {
      ...{ id: 'conversions', label: 'Conversions', unit: 'count' },
      ...{ formula: 'Conversions that the platform claims for its ads', value: conversions },
    },
    {
      ...{ id: 'conversionValue', label: 'Conversion value', unit: 'money' },
      ...{ formula: 'Value that the platform claims for its conversions', value },
    },
    {
      ...{ id: 'costPerConversion', label: 'Cost per conversion', unit: 'money' },
      formula: 'Spend ÷ conversions, both as the platform states them',
      value: quotient(spend, conversions, 'The platform claims no conversion'),
    },
    {
      ...{ id: 'returnOnAdSpend', label: 'Return on ad spend', unit: 'times' },
      formula: 'Conversion value ÷ spend, both as the platform states them',
      value: quotient(value, spend, 'Nothing was spent'),
    },
  ];
}

function messageFigures(totals: PlatformTotals, floor: number): Figure[] {
  const messages = withheldBelow(floor, stated(totals, totals.messages));
  const orders = withheldWith(messages, withheldBelow(floor, stated(totals, totals.orders)));
  const spend: Figure = {
    ...{ id: 'spend', label: 'Spend', unit: 'money' },
    ...{ formula: 'Cost that the export states', value: stated(totals, totals.spend) },
  };
  return [
    // Mail tools hardly say what they cost.
    ...(totals.spend.sum === null ? [] : [spend]),
    {
      ...{ id: 'campaigns', label: 'Mailings and flows', unit: 'count' },
      formula: 'Mailings sent, and flows that sent something',
      value: { status: 'ok', value: totals.campaigns },
    },
    {
      ...{ id: 'messages', label: 'Messages sent', unit: 'count' },
      formula: 'Recipients of all mailings; where the tool does not state them, deliveries',
      value: messages,
    },
    {
      ...{ id: 'orders', label: 'Orders', unit: 'count' },
      ...{ formula: 'Orders that the tool claims for its messages', value: orders },
    },
    {
      ...{ id: 'revenue', label: 'Revenue', unit: 'money' },
      formula: 'Revenue that the tool claims for its messages',
      value: withheldWith(orders, stated(totals, totals.revenue)),
    },
    {
      ...{ id: 'unsubscribes', label: 'Unsubscribes', unit: 'count' },
      formula: 'Unsubscribes that the tool states',
      value: withheldWith(messages, stated(totals, totals.unsubscribes)),
    },
  ];
}

function stated({ months }: PlatformTotals, { sum, months: told }: PlatformSum): Stated {
  if (sum === null || told === 0) return unstated('The export does not state it');
  if (told < months) return unstated(`The export states it for ${told} of ${months} months only`);
  return { status: 'ok', value: sum };
}

function unstated(reason: string): Stated {
  return { status: 'unavailable', value: null, reason };
}

/** People stand behind it: none is a fact, a few are not shown. */
function withheldBelow(floor: number, one: Stated): Stated {
  return one.status === 'ok' && one.value > 0 && one.value < floor ? withheld(floor) : one;
}

function withheld(floor: number): Stated {
  return { status: 'suppressed', value: null, reason: fewerThan(floor) };
}

/** What is hidden of the first would show in the other. */
function withheldWith(first: Stated, other: Stated): Stated {
  return first.status === 'suppressed' ? first : other;
}

function quotient(over: Stated, under: Stated, none: string): Stated {
  const missing = [over, under].find(({ status }) => status !== 'ok');
  if (missing !== undefined) return missing;
  const [top, bottom] = [Number(over.value), Number(under.value)];
  return bottom > 0 ? { status: 'ok', value: top / bottom } : unstated(none);
}
