import {
  highestRate,
  outstandingComplaints,
  type HighestRate,
} from '#core/insights/highest-rate.ts';
import { headline } from '#core/insights/verdict-sentence.ts';
import { unavailableMeasure } from '#core/kpis/kpi-measure.ts';
import type { Fact, Unit } from '#core/schemas/fact.ts';
import type { Comparison, InsightResult } from '#core/schemas/insight.ts';
import type { Measure } from '#core/schemas/measure.ts';
import { measureFact } from './kpi-figures.ts';

const METRICS = {
  order: 'Orders',
  click: 'Clicks',
  unsubscribe: 'Unsubscribes',
  complaint: 'Spam complaints',
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
    ...[id, label, formula, measure, name]: [string, string, string, Measure, string]
  ): Fact => {
    const shown = fact(id, label, 'text', formula, measure);
    if (shown.status !== 'ok') return shown;
    // The interval is of the figure that picked it.
    const picked = { ...shown, value: name };
    delete picked.interval;
    return picked;
  };
  const told = headline(comparisons.filter(({ role }) => role === 'primary'));
  const nameOf = (id: string | undefined): string =>
    variants.find((one) => one.id === id)?.name ?? '';
  /** What is compared, with whom. */
  const compared = (metric: Comparison['metric']): string =>
    told
      ? `${METRICS[metric]}: “${nameOf(told.variant)}” against “${nameOf(told.reference)}”`
      : `${METRICS[metric]}: difference of the rates`;
  const guardrail = (metric: Comparison['metric']): Measure =>
    comparisons.find((one) => one.metric === metric && one.variant === told?.variant)?.difference ??
    unavailableMeasure('There is nothing to compare');
  const unsubscribes = guardrail('unsubscribe');
  const sure = sureDifference(unsubscribes);
  const [more, fewer] =
    (sure.value ?? 0) > 0 ? [told?.variant, told?.reference] : [told?.reference, told?.variant];
  const complained = highestRate(variants, 'complaint');
  const unsubscribed = highestRate(variants, 'unsubscribe');
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
      compared(told?.metric ?? 'order'),
      'points',
      'Rate of the group − rate of the group compared against',
      told?.difference ?? unavailableMeasure('There is nothing to compare'),
    ),
    fact(
      'unsubscribeDifference',
      compared('unsubscribe'),
      'points',
      'Unsubscribe rate of the group − that of the group compared against',
      unsubscribes,
    ),
    fact(
      'sureUnsubscribeDifference',
      'Unsubscribes: least difference that is sure',
      'points',
      'The end of the difference’s interval that is nearer to zero; 0 where the interval reaches across zero',
      sure,
    ),
    named(
      'moreUnsubscribesIn',
      `Clearly more unsubscribes${sure.value ? ` than “${nameOf(fewer)}”` : ''}`,
      'Of the two groups compared, the one with the higher unsubscribe rate, where the difference’s interval leaves out 0',
      sure.value === 0 ? unavailableMeasure('The difference may be chance') : sure,
      nameOf(more),
    ),
    fact(
      'complaintDifference',
      compared('complaint'),
      'points',
      'Complaint rate of the group − that of the group compared against',
      guardrail('complaint'),
    ),
    fact(
      'complaintRate',
      highestLabel('spam complaints', complained),
      'ratio',
      'Complaints ÷ messages delivered (÷ recipients, where delivered is missing), of the group with most',
      complained.measure,
    ),
    fact(
      'complaintRateAtMost',
      'Highest rate of spam complaints: at most',
      'ratio',
      'The upper end of the interval of the highest complaint rate',
      upperEnd(complained.measure),
    ),
    named(
      'mostComplaintsIn',
      'Group whose spam complaints stand out',
      'The group with the highest complaint rate, where it is clearly above that of every other or reaches the target of mailbox providers',
      outstandingComplaints(variants),
      complained.names.join(', '),
    ),
    fact(
      'unsubscribeRate',
      highestLabel('unsubscribes', unsubscribed),
      'ratio',
      'Unsubscribes ÷ messages delivered (÷ recipients, where delivered is missing), of the group with most',
      unsubscribed.measure,
    ),
  ];
}

function highestLabel(what: string, { names: [name, ...others] }: HighestRate): string {
  const whose = name === undefined || others.length > 0 ? '' : `, in “${name}”`;
  return `Highest rate of ${what}${whose}`;
}

/** How far apart two rates are at least. */
function sureDifference(measure: Measure): Measure {
  if (measure.status !== 'ok' || !measure.interval) return measure;
  const { interval, ...rest } = measure;
  const { low, high } = interval;
  return { ...rest, value: low > 0 ? low : high < 0 ? high : 0 };
}

/** How high a rate is at most. */
function upperEnd(measure: Measure): Measure {
  if (measure.status !== 'ok' || !measure.interval) return measure;
  const { interval, ...rest } = measure;
  return { ...rest, value: interval.high };
}
