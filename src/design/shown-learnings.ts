import type { Comparison, InsightResult, Variant } from '#core/schemas/insight.ts';
import type { Measure } from '#core/schemas/measure.ts';
import type { InsightEntry } from '#data/insights.ts';
import { AS_OF, measured, withheld } from './shown-measures.ts';
import { LONG_NAME } from './shown-states.ts';

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

export const ARMS = [
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

export const COMPARISONS = [
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
