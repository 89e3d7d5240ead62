import type { KpiDefinition } from '#core/kpis/kpi-definition.ts';
import { changeUnit, kpiChange } from '#core/kpis/kpi-change.ts';
import type { Fact, Unit } from '#core/schemas/fact.ts';
import { SCHEMA_VERSION, type Period } from '#core/schemas/identifiers.ts';
import type { Kpi, KpiPoint } from '#core/schemas/kpi.ts';
import type { Measure } from '#core/schemas/measure.ts';
import type { GenerateContext } from '../generate-context.ts';

/** A measure and the days it covers. */
export interface DatedMeasure {
  measure: Measure;
  period: Period;
}

/** What was counted for one KPI. */
export interface KpiFigures {
  current: DatedMeasure;
  yearAgo: DatedMeasure;
  /** Further facts, in the order in which they are read. */
  further: (DatedMeasure & { id: string; label: string; unit: Unit; formula: string })[];
  series: KpiPoint[];
  /** Exports behind the figures. */
  sources: string[];
  /** What these exports keep from being told, beside what holds of the KPI anywhere. */
  caveats?: string[];
}

/** A KPI that was computed here: definition and figures in one entry. */
export function kpiEntry(
  definition: KpiDefinition,
  figures: KpiFigures,
  { asOf, config }: GenerateContext,
): Kpi {
  const { id, label, unit, counted, meaning, direction, formula, definitionSource, caveats } =
    definition;
  const { current, yearAgo, sources } = figures;
  const fact = (
    head: { id: string; label: string; unit: Unit; formula: string },
    { measure, period }: DatedMeasure,
  ) => measureFact({ ...head, counted, period, asOf, sources }, measure);
  return {
    schemaVersion: SCHEMA_VERSION,
    dataset: config.dataset,
    asOf,
    id,
    label,
    unit,
    meaning,
    direction,
    formula,
    definitionSource,
    caveats: [...caveats, ...(figures.caveats ?? [])],
    facts: [
      fact({ id: 'current', label, unit, formula }, current),
      fact({ id: 'yearAgo', label: `${label}, a year before`, unit, formula }, yearAgo),
      fact(
        {
          id: 'change',
          label: `${label}, change on the year before`,
          unit: changeUnit(unit),
          formula: unit === 'ratio' ? 'Current − a year before' : 'Current ÷ a year before − 1',
        },
        { measure: kpiChange(current.measure, yearAgo.measure, unit), period: current.period },
      ),
      ...figures.further.map(({ measure, period, ...head }) => fact(head, { measure, period })),
    ],
    series: figures.series,
    computedBy: 'this portal',
  };
}

/** A measure with its label and passport. */
export function measureFact(
  {
    counted,
    ...head
  }: Pick<Fact, 'id' | 'label' | 'unit' | 'counted' | 'period' | 'asOf' | 'sources' | 'formula'>,
  measure: Measure,
): Fact {
  const { status, value, n } = measure;
  if (status !== 'ok') return { ...head, n, status, value, reason: measure.reason };
  return {
    ...head,
    n,
    ...(counted && { counted }),
    status,
    value,
    ...(measure.interval && { interval: measure.interval }),
    ...(measure.intervalUnknown && { intervalUnknown: true }),
  };
}
