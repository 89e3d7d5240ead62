import { breakdownChart } from '#core/charts/breakdown-chart.ts';
import type { Chart, ChartRequest } from '#core/charts/chart.ts';
import { differenceChart } from '#core/charts/difference-chart.ts';
import { calendarChart } from '#core/charts/calendar-chart.ts';
import { trendChart } from '#core/charts/trend-chart.ts';
import { variantChart } from '#core/charts/variant-chart.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Fact, Unit } from '#core/schemas/fact.ts';
import type { Comparison, InsightResult, Variant } from '#core/schemas/insight.ts';
import type { KpiPoint } from '#core/schemas/kpi.ts';
import type { Measure } from '#core/schemas/measure.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import { VoiceSchema } from '#core/schemas/voice.ts';
import type { InsightEntry } from '#data/insights.ts';
import type { KpiEntry } from '#data/kpis.ts';
import type { PersonaEntry } from '#data/personas.ts';
import type { VoiceEntry } from '#data/voices.ts';

/** Sixty letters, the longest name that a card must hold. */
export const LONG_NAME = 'The twice-yearly outdoor and tailoring big-basket gift-giver';

const PERIOD = { from: '2025-11-01', to: '2026-10-31' };
const AS_OF = '2026-10-31';

function head(label: string, unit: Unit, n: number) {
  return {
    id: 'current',
    label,
    unit,
    n,
    period: PERIOD,
    asOf: AS_OF,
    sources: ['shopify-orders', 'klaviyo-campaigns'],
    formula: 'Returned value ÷ product value after discounts of the same purchases',
  };
}

/** A figure in every state that a reader can meet. */
export const FACTS: readonly { state: string; fact: Fact }[] = [
  {
    state: 'As usual',
    fact: {
      ...head('Return rate', 'ratio', 14_732),
      status: 'ok',
      value: 0.223,
      interval: {
        low: 0.214,
        high: 0.231,
        level: 0.95,
        method: 'ratio estimator, linearised on the log scale',
      },
    },
  },
  {
    state: 'A large amount',
    fact: { ...head('Net revenue', 'money', 9_214_732), status: 'ok', value: 1_234_567_890.12 },
  },
  { state: 'Nothing', fact: { ...head('Complaints', 'count', 400), status: 'ok', value: 0 } },
  {
    state: 'In words',
    fact: { ...head('Usual first buy', 'text', 214), status: 'ok', value: 'Selvedge jeans' },
  },
  {
    state: 'Out of date',
    fact: {
      ...head('On-time delivery', 'ratio', 1_075),
      status: 'stale',
      value: 0.905,
      reason: 'The newest shipment is 41 days older than the newest order',
    },
  },
  {
    state: 'Too few people',
    fact: {
      ...head('Repeat purchase rate', 'ratio', 0),
      status: 'suppressed',
      value: null,
      reason: 'Fewer than 10 customers: withheld to protect them',
    },
  },
  {
    state: 'Cannot be known',
    fact: {
      ...head('Order accuracy', 'ratio', 0),
      status: 'unavailable',
      value: null,
      reason: 'No export of checked parcels was found',
    },
  },
];

/** KPI cards: one in each state of its figure, and one with a name that is too long. */
export function kpisInStates(base: KpiEntry): KpiEntry[] {
  const withFact = (title: string, fact: Fact): KpiEntry => ({
    ...base,
    title,
    current: fact,
    figures: { ...base.figures, unit: fact.unit, facts: [fact, ...base.figures.facts.slice(1)] },
    story: base.story && { ...base.story, title },
  });
  return [
    { ...base, title: LONG_NAME },
    ...FACTS.map(({ state, fact }) => withFact(`${fact.label}: ${state}`, fact)),
  ];
}

/** So many Portraits, whatever the content holds; the first has the longest name. */
export function cast(bases: readonly PersonaEntry[], count: number): PersonaEntry[] {
  return Array.from({ length: bases.length === 0 ? 0 : count }, (_, index) => {
    const base = bases[index % bases.length] as PersonaEntry;
    return {
      ...base,
      tone: (index % 6) + 1,
      stripes: Math.floor(index / 6),
      isCore: false,
      ...(index === 0 && count > 1 ? { name: LONG_NAME } : {}),
    };
  });
}

/** Voices that no content holds: usual, short, and everything as long as it may be. */
export function voicesInStates(): VoiceEntry[] {
  const voice = { does: 'Packs', quote: 'Somebody is in it.', story: 'Little to tell.' };
  const longest = {
    name: LONG_NAME,
    does: 'Answers the phone, opens what comes back and knows where everything lies. '.repeat(2),
    quote:
      'They have read everything before they come in. What they want is where it rubs. '.repeat(2),
    story: 'A sentence of a story that goes on for as long as a story may. '.repeat(18),
  };
  return [voice, { ...voice, name: 'Bo' }, longest].map((fields, index) => ({
    ...VoiceSchema.parse({ name: 'Ada', ...fields, does: fields.does.slice(0, 100) }),
    id: `shown-${index}`,
    tone: index + 1,
  }));
}

const measured = (value: number, margin = 0, n = 5_120): Measure => ({
  status: 'ok',
  value,
  n,
  numerator: value * n,
  denominator: n,
  ...(margin > 0
    ? {
        interval: {
          low: value - margin,
          high: value + margin,
          level: 0.95,
          method: 'Wilson score',
        },
      }
    : {}),
});

const withheld: Measure = {
  status: 'suppressed',
  value: null,
  n: 0,
  numerator: null,
  denominator: null,
  reason: 'Fewer than 10 customers: withheld to protect them',
};

function arm(id: string, name: string, order: Measure, isReference = false): Variant {
  return {
    id,
    name,
    isReference,
    recipients: 5_120,
    delivered: 5_100,
    opens: 2_100,
    clicks: 400,
    orders: 180,
    revenue: 9_000,
    unsubscribes: 12,
    complaints: 1,
    rates: {
      open: measured(0.41, 0.014),
      click: measured(0.08, 0.008),
      order,
      unsubscribe: measured(0.0024, 0.0012),
      complaint: withheld,
      revenuePerRecipient: measured(1.76),
    },
  };
}

const ARMS = [
  arm('a', 'Complete your purchase', measured(0.035, 0.005), true),
  arm('b', 'We saved your basket for you, with everything that you chose', measured(0.043, 0.0055)),
  arm('c', 'No mail', withheld),
];

function comparison(
  metric: Comparison['metric'],
  difference: Measure,
  verdict: Comparison['verdict'],
): Comparison {
  return {
    variant: 'b',
    reference: 'a',
    metric,
    role: metric === 'order' ? 'primary' : 'guardrail',
    difference,
    pValue: null,
    verdict,
  };
}

const COMPARISONS = [
  comparison('order', measured(0.008, 0.0074), 'better'),
  comparison('unsubscribe', measured(0.0021, 0.0011), 'worse'),
  comparison('complaint', withheld, 'not-compared'),
];

const CAMPAIGN: InsightResult = {
  schemaVersion: 1,
  dataset: 'sample',
  asOf: AS_OF,
  id: 'shown',
  kind: 'campaign',
  campaign: 'Basket recovery',
  channel: 'e-mail',
  startedOn: '2026-07-01',
  source: 'klaviyo-campaigns',
  grade: 'A',
  gradeReason: 'Who got which was drawn by chance.',
  verdict: 'better',
  verdictSentence:
    'The saved basket brought 8 more orders in 1,000 mails, and drove 2 people away.',
  variants: ARMS,
  comparisons: COMPARISONS,
  notes: [],
  facts: [],
};

/** Learnings with every finding, without a result, and with the longest title that is allowed. */
export function learningsInStates(): InsightEntry[] {
  const told = (id: string, title: string, result: InsightResult | null): InsightEntry => ({
    id,
    title,
    summary:
      result?.verdictSentence ?? 'Service has written the size question down, word for word.',
    date: '2026-07-01',
    result,
    story: null,
    document: null,
    isUnwritten: false,
  });
  return [
    told('better', 'A saved basket serves better than a push', {
      ...CAMPAIGN,
      comparisons: COMPARISONS.slice(0, 1),
    }),
    told(
      'cost',
      `${LONG_NAME} answers to letters, not to vouchers, and tells friends of it when asked`,
      CAMPAIGN,
    ),
    told('worse', 'Vouchers every week', { ...CAMPAIGN, verdict: 'worse' }),
    told('differs', 'A letter to our regulars', { ...CAMPAIGN, grade: 'B' }),
    told('unclear', 'Two subject lines', {
      ...CAMPAIGN,
      verdict: 'no-clear-difference',
      comparisons: [],
      grade: 'C',
    }),
    told('alone', 'The winter letter', {
      ...CAMPAIGN,
      verdict: 'not-compared',
      comparisons: [],
      grade: 'D',
    }),
    told('story', 'Which size am I?', null),
  ];
}

function months(count: number, valueOf: (index: number) => Measure): KpiPoint[] {
  return Array.from({ length: count }, (_, index) => {
    const month = `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return {
      month,
      period: { from: `${month}-01`, to: `${month}-28` },
      measure: valueOf(index),
      mature: index < count - 3,
    };
  });
}

function breakdown(labels: readonly string[], id = 'categories'): Breakdown {
  return {
    id,
    label: 'Categories',
    base: 'items',
    rows: labels.map((label, index) => ({
      label,
      n: index === 3 ? 0 : 400,
      share: index === 3 ? null : 0.34 / (index + 1),
      shareOfAll: index === 1 ? null : 0.2 / (index + 1),
    })),
  };
}

/** Every kind of chart: as it usually is, with much in it, with gaps, and with nothing. */
export function chartsInStates(formats: Formats): Chart[] {
  const request = (id: string, title: string): ChartRequest => ({
    id,
    title,
    formats,
    source: {
      period: PERIOD,
      n: 41_234,
      counted: '{count} customers',
      sources: ['shopify-orders'],
    },
  });
  const trend = { label: 'Return rate', unit: 'ratio' as const };
  const wave = (index: number): Measure => measured(0.21 + 0.04 * Math.sin(index / 2), 0.018);
  const name = 'Denim collector';
  return [
    trendChart({
      ...request('trend', 'How did it move from month to month?'),
      ...trend,
      points: months(46, wave),
    }),
    trendChart({
      ...request('trend-gaps', 'Four months, one of them withheld'),
      ...trend,
      points: months(4, (index) => (index === 1 ? withheld : wave(index))),
    }),
    trendChart({
      ...request('trend-holes', 'Two months that the series does not have, and intervals of some'),
      ...trend,
      points: months(24, (index) =>
        index % 3 === 0 ? measured(0.2 + index / 400) : wave(index),
      ).filter((_, index) => index !== 9 && index !== 10),
    }),
    trendChart({ ...request('trend-empty', 'No month yet'), ...trend, points: [] }),
    breakdownChart({
      ...request('parts', 'What do they buy?'),
      name,
      breakdown: breakdown([
        'Jeans',
        'Shirts and tees',
        'Socks, gloves, hats and other small things for cold days',
        'Belts',
        'Packs',
        'Tents',
        'Kids',
        'Home',
        'Gifts',
        'Tailoring',
      ]),
    }),
    breakdownChart({
      ...request('parts-empty', 'No part yet'),
      name,
      breakdown: breakdown([]),
    }),
    calendarChart({
      ...request('year', 'When do they buy?'),
      name,
      breakdown: breakdown(
        'January February March April May June July August September October November December'.split(
          ' ',
        ),
        'months',
      ),
    }),
    variantChart({
      ...request('arms', 'Which one brought more?'),
      variants: ARMS,
      metric: 'order',
    }),
    differenceChart({
      ...request('apart', 'How far apart are they, and could it be chance?'),
      comparisons: COMPARISONS,
      variants: ARMS,
    }),
  ];
}
