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
  const told = headline(comparisons.filter(({ role }) => role === 'primary'));
  const guardrail = (metric: Comparison['metric']): Measure =>
    comparisons.find((one) => one.metric === metric && one.variant === told?.variant)?.difference ??
    unavailableMeasure('There is nothing to compare');
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
      guardrail('unsubscribe'),
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
      highest(variants.map(({ rates }) => rates.complaint)),
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

function highest(measures: Measure[]): Measure {
  const [first] = measures
    .filter((measure) => measure.status === 'ok')
    .sort((a, b) => b.value - a.value);
  return first ?? measures[0] ?? unavailableMeasure('The export has no groups');
}
