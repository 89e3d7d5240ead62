import type { Formats } from '#core/format/formats.ts';
import { insideSentence } from '#core/language/first-letter.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { formatPeriod } from '#core/format/format-day.ts';
import { spanKind } from '#core/format/format-span.ts';
import { breakdownChart } from '#core/charts/breakdown-chart.ts';
import { calendarChart } from '#core/charts/calendar-chart.ts';
import { chartCaption } from '#core/charts/chart-caption.ts';
import type { Chart, ChartSource, RowPassport } from '#core/charts/chart.ts';
import { differenceChart } from '#core/charts/difference-chart.ts';
import { trendChart } from '#core/charts/trend-chart.ts';
import { variantChart } from '#core/charts/variant-chart.ts';
import { rateBase } from '#core/insights/arm-counts.ts';
import { shownComparisons } from '#core/insights/shown-verdict.ts';
import { kpiDefinitions } from '#core/kpis/index.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { InsightResult, Variant } from '#core/schemas/insight.ts';
import type { Period } from '#core/schemas/identifiers.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import type { KpiEntry } from '#data/kpis.ts';
import type { PersonaEntry } from '#data/personas.ts';
import type { Portal } from '#data/portal.ts';
import { splitAddress } from '#markdown/split-address.ts';

/** Splits whose parts follow each other in time, and how many there are of them. */
const CALENDAR: ReadonlyMap<string, number> = new Map([
  ['months', 12],
  ['weekdays', 7],
]);

/** The reader's question behind a breakdown that `generate` writes; another tool's is asked by its label. */
export function questionOf(
  { id, label }: Pick<Breakdown, 'id' | 'label'>,
  formats: Formats,
): string {
  const questions: Readonly<Record<string, string>> = wordsOf(formats).questions;
  return questions[id] ?? label;
}

/** Whether a breakdown's parts keep their order. */
export function isOrdered(id: string): boolean {
  return CALENDAR.has(id);
}

/** Rates that say what a campaign brought, the most telling first. */
const TELLING_RATES = ['order', 'click', 'open'] as const satisfies (keyof Variant['rates'])[];

/**
 * The chart at an address; a bare id means the page's owner.
 * @throws RangeError for an address that the check of the texts should have refused
 */
export function chartAt(portal: Portal, address: string, pageOwner: string): Chart {
  const { owner, id } = splitAddress(address, pageOwner);
  const [folder, entry] = owner.split('/');
  const chart =
    folder === 'personas'
      ? personaChart(
          portal,
          [...portal.personas, ...portal.unlisted].find((one) => one.id === entry),
          id,
        )
      : folder === 'kpis'
        ? kpiChart(
            portal,
            portal.kpis.find((one) => one.id === entry),
          )
        : insightChart(portal, portal.insights.find((one) => one.id === entry)?.result, id);
  if (!chart) throw new RangeError(`Cannot draw chart "${id}" of "${owner}": there is none`);
  return chart;
}

/** A KPI's months. */
export function kpiChart(portal: Portal, kpi: KpiEntry | undefined): Chart | undefined {
  if (!kpi) return undefined;
  const { figures, current } = kpi;
  const first = figures.series[0];
  const last = figures.series.at(-1);
  return trendChart({
    id: `series-${kpi.id}`,
    title: questionOfKpi(portal, kpi),
    label: kpi.title,
    unit: figures.unit,
    points: figures.series,
    formats: portal.formats,
    source: {
      ...kpiSource(current, countedIn(current.period, portal.formats)),
      period: first && last ? { from: first.period.from, to: last.period.to } : current.period,
    },
  });
}

/** On how much and on which exports a KPI stands: the words beneath a line that says its months itself. */
export function kpiGround(portal: Pick<Portal, 'formats'>, { current }: KpiEntry): string {
  const bare = wordsOf(portal.formats).charts.countedBare;
  return chartCaption(kpiSource(current, current.counted ? '{count}' : bare), portal.formats);
}

function kpiSource({ value, n, counted: noun, sources }: Fact, counted: string): ChartSource {
  // A 0 would say that there are none: the figure is withheld, or the tool does not say.
  return { period: null, n: value === null ? null : n || null, counted, noun, sources };
}

/** Which time n belongs to: that of the KPI's figure, which can be longer than one of the points. */
function countedIn(period: Period, formats: Formats): string {
  const { charts } = wordsOf(formats);
  const kind = spanKind(period);
  if (kind === 'year') return charts.inTwelveMonths;
  if (kind === 'other') return charts.latest;
  return filled(charts.inMonthCounted, { month: formatPeriod(period, formats) });
}

/** What a reader wants to know of a KPI's months; another tool's figure is asked by its name. */
function questionOfKpi({ config, formats }: Portal, { id, title }: KpiEntry): string {
  const definition = kpiDefinitions(config.kpis).find((one) => one.id === id);
  const { charts, kpiQuestions } = wordsOf(formats);
  if (definition) {
    const { text, days = 0 } = definition.question;
    return filled(kpiQuestions[text], { days });
  }
  return filled(charts.moved, { kpi: insideSentence(title) });
}

/** One of a Portrait's breakdowns. */
export function personaChart(
  portal: Portal,
  persona: PersonaEntry | undefined,
  id: string,
): Chart | undefined {
  const breakdown = persona?.figures?.breakdowns.find((one) => one.id === id);
  if (!persona?.figures || !breakdown) return undefined;
  const fact = persona.figures.facts[0];
  const request = {
    id,
    title: questionOf(breakdown, portal.formats),
    name: persona.name,
    breakdown,
    formats: portal.formats,
    source: {
      period: fact?.period ?? null,
      n: breakdown.n ?? null,
      counted: wordsOf(portal.formats).charts.customers,
      sources: fact?.sources ?? [],
    },
  };
  const chart = isWholeCalendar(breakdown)
    ? calendarChart(request)
    : breakdownChart({ ...request, hasOrder: isOrdered(id) });
  return fact
    ? { ...chart, table: { ...chart.table, passports: sharesPassports(breakdown, fact, portal) } }
    : chart;
}

/** All rows of a split are worked out alike, and the people behind each stand in it: they share one passport. */
function sharesPassports(
  { label, base, rows }: Breakdown,
  { period, asOf, sources }: Fact,
  { formats }: Portal,
): RowPassport[] {
  const formula = filled(wordsOf(formats).derived.partsFormula, { base });
  const passport: RowPassport = { label, unit: 'ratio', formula, period, asOf, sources };
  return rows.map(() => passport);
}

function isWholeCalendar({ id, rows }: Breakdown): boolean {
  return rows.length === CALENDAR.get(id);
}

function insightChart(
  portal: Portal,
  result: InsightResult | null | undefined,
  id: string,
): Chart | undefined {
  if (!result) return undefined;
  const { variants, grade, startedOn } = result;
  const { formats } = portal;
  const { charts } = wordsOf(formats);
  const source: ChartSource = {
    period: startedOn ? { from: startedOn, to: startedOn } : null,
    n: variants.reduce((sum, variant) => sum + variant.recipients, 0),
    counted: charts.recipients,
    sources: [result.source],
  };
  if (id === 'differences') {
    const comparisons = shownComparisons(result);
    return differenceChart({ id, title: charts.howFar, comparisons, variants, formats, source });
  }
  if (id !== 'variants') return undefined;
  const metric =
    TELLING_RATES.find((rate) => variants.some(({ rates }) => rates[rate].status === 'ok')) ??
    'order';
  const title = grade === 'A' ? charts.whichMore : charts.whichHadMore;
  const base = rateBase(variants);
  return variantChart({ id, title, variants, metric, base, formats, source });
}
