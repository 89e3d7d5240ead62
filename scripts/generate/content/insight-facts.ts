import { headline } from '#core/insights/verdict-sentence.ts';
import { unavailableMeasure } from '#core/kpis/kpi-measure.ts';
import type { Fact, Unit } from '#core/schemas/fact.ts';
import type { Comparison, InsightResult } from '#core/schemas/insight.ts';
import type { Measure } from '#core/schemas/measure.ts';
import { measureFact } from './kpi-figures.ts';

const MORE = {
  order: 'Orders: difference of the rates',
  click: 'Clicks: difference of the rates',
  unsubscribe: 'Unsubscribes: difference of the rates',
  complaint: 'Spam complaints: difference of the rates',
};

type Result = Pick<InsightResult, 'variants' | 'comparisons' | 'asOf' | 'startedOn' | 'source'>;

/** The figures that a learning's sentences and cards speak of: those of the comparison that the page opens with. */
export function insightFacts(result: Result): Fact[] {
  const { variants, comparisons, asOf, startedOn, source } = result;
  const period = { from: startedOn ?? asOf, to: asOf };
  const fact = (id: string, label: string, unit: Unit, formula: string, measure: Measure) =>
    measureFact(
      { id, label, unit, formula, counted: 'recipients', period, asOf, sources: [source] },
      measure,
    );
  /** The name of a group; not said where the figure that picks it cannot be. */
  const named = (
    ...[id, label, formula, measure, name]: [string, string, string, Measure, string | undefined]
  ): Fact => {
    const shown = fact(id, label, 'text', formula, measure);
    if (shown.status !== 'ok' || name === undefined) return shown;
    // The interval is of the figure that picked it.
    const picked = { ...shown, value: name };
    delete picked.interval;
    return picked;
  };
  const told = headline(comparisons.filter(({ role }) => role === 'primary'));
  const guardrail = (metric: Comparison['metric']): Measure =>
    comparisons.find((one) => one.metric === metric && one.variant === told?.variant)?.difference ??
    unavailableMeasure('There is nothing to compare');
  const nameOf = (id: string | undefined): string | undefined =>
    variants.find((one) => one.id === id)?.name;
  const unsubscribes = guardrail('unsubscribe');
  const complaints = highest(variants.map(({ rates }) => rates.complaint));
  const people = variants.reduce((sum, { recipients }) => sum + recipients, 0);
  return [
    fact('recipients', 'Recipients', 'count', 'Recipients of all groups', {
      status: 'ok',
      value: people,
      n: people,
      numerator: people,
      denominator: 1,
    }),
    fact(
      'difference',
      MORE[told?.metric ?? 'order'],
      'points',
      'Rate of the group − rate of the group compared against',
      told?.difference ?? unavailableMeasure('There is nothing to compare'),
    ),
    fact(
      'unsubscribeDifference',
      MORE.unsubscribe,
      'points',
      'Unsubscribe rate of the group − that of the group compared against',
      unsubscribes,
    ),
    fact(
      'sureUnsubscribeDifference',
      'Unsubscribes: least difference that is sure',
      'points',
      'The end of the difference’s interval that is nearer to zero; 0 where the interval reaches across zero',
      sureDifference(unsubscribes),
    ),
    named(
      'moreUnsubscribesIn',
      'Group with more unsubscribes',
      'Of the two groups compared, the one with the higher unsubscribe rate',
      unsubscribes,
      nameOf((unsubscribes.value ?? 0) > 0 ? told?.variant : told?.reference),
    ),
    fact(
      'complaintDifference',
      MORE.complaint,
      'points',
      'Complaint rate of the group − that of the group compared against',
      guardrail('complaint'),
    ),
    fact(
      'complaintRate',
      'Highest rate of spam complaints',
      'ratio',
      'Complaints ÷ messages delivered (÷ recipients, where delivered is missing), of the group with most',
      complaints,
    ),
    named(
      'mostComplaintsIn',
      'Group with most spam complaints',
      'The group with the highest complaint rate',
      complaints,
      variants.find(({ rates }) => rates.complaint === complaints)?.name,
    ),
    fact(
      'unsubscribeRate',
      'Highest rate of unsubscribes',
      'ratio',
      'Unsubscribes ÷ messages delivered (÷ recipients, where delivered is missing), of the group with most',
      highest(variants.map(({ rates }) => rates.unsubscribe)),
    ),
  ];
}

/** How far apart two rates are at least. */
function sureDifference(measure: Measure): Measure {
  if (measure.status !== 'ok' || !measure.interval) return measure;
  const { interval, ...rest } = measure;
  const { low, high } = interval;
  return { ...rest, value: low > 0 ? low : high < 0 ? high : 0 };
}

function highest(measures: Measure[]): Measure {
  const [first] = measures
    .filter((measure) => measure.status === 'ok')
    .sort((a, b) => b.value - a.value);
  return first ?? measures[0] ?? unavailableMeasure('The export has no groups');
}
