import type { Segmentation } from '#core/schemas/segmentation.ts';
import type { TableColumn } from '#core/schemas/table-column.ts';
import { columnScale } from '#core/segmentation/column-scale.ts';
import { featureMoments } from '#core/segmentation/feature-moments.ts';
import { screenColumns, type ScoredColumn } from '#core/segmentation/screen-columns.ts';
import { featureProblem } from '#core/segmentation/screen-features.ts';
import {
  standardScore,
  transformFeature,
  type Transform,
} from '#core/segmentation/transform-feature.ts';
import type { GenerateContext } from '../generate-context.ts';
import type { FeatureDefinition } from '../warehouse/features/feature-definitions.ts';
import { readFeatureSample } from '../warehouse/features/fit-sample.ts';
import { BUYER_ROWS, readTableHeadings } from '../warehouse/features/table-columns.ts';
import {
  readColumn,
  SMALLEST_LEVEL,
  tableFeatureId,
  tableFeatureLabel,
  type TableCustomers,
} from '../warehouse/features/table-features.ts';
import { readTableProfiles, type TableProfile } from '../warehouse/features/table-profiles.ts';

/** Features that go into a factor analysis at most. */
const MOST_FEATURES = 200;

/** Features that the customer table gives besides those of orders, and what became of its other columns. */
export interface TableFeatures {
  features: FeatureDefinition[];
  dropped: Segmentation['dropped'];
  /** What was done with cells and columns, in a sentence; null without a table. */
  sentence: string | null;
}

interface Candidate {
  definition: FeatureDefinition;
  profile: TableProfile;
}

/**
 * The columns of the customer table as features: what each column is, by all its cells; which of them are screened into
 * the analysis, on the first customers by digest. Needs "buyers".
 *
 * @param ofOrders features that are used in any case; columns that say the same as one of them are left out
 */
export async function tableFeatures(
  { engine, config }: GenerateContext,
  ofOrders: readonly FeatureDefinition[],
): Promise<TableFeatures> {
  const headings = await readTableHeadings(engine);
  if (headings.length === 0) return { features: [], dropped: [], sentence: null };
  const [counts] = await engine.rows<{ all: string; inTable: string }>(
    `SELECT (SELECT count(*) FROM buyers) AS "all", (SELECT count(*) FROM ${BUYER_ROWS}) AS "inTable"`,
  );
  const customers: TableCustomers = {
    all: Number(counts?.all ?? 0),
    inTable: Number(counts?.inTable ?? 0),
    emptyIsZero: config.customerTable?.emptyNumbers === 'zero',
  };
  const fewest = Math.max(config.privacy.floor, Math.ceil(SMALLEST_LEVEL * customers.all));
  const { profiles, levels } = await readTableProfiles(engine, headings, fewest);
  const profileAt = new Map(profiles.map((profile) => [profile.position, profile]));
  const levelsAt = Map.groupBy(levels, ({ position }) => position);
  const dropped: Segmentation['dropped'] = [];
  const candidates: Candidate[] = [];
  for (const { position, name, leftOut } of headings) {
    const profile = profileAt.get(position);
    const reading =
      leftOut === null
        ? readColumn(name, profile, levelsAt.get(position) ?? [], customers)
        : { reason: leftOut };
    if ('reason' in reading) dropped.push({ feature: name, reason: reading.reason });
    else if (profile)
      candidates.push(
        ...reading.columns.map((column) => ({
          definition: definitionOf(column, position),
          profile,
        })),
      );
  }

  const scaled = await scaledCandidates(engine, ofOrders, candidates);
  dropped.push(...scaled.dropped);
  const screening = screenColumns(scaled.columns, MOST_FEATURES);
  const atIndex = (index: number): Candidate | undefined =>
    scaled.candidates[index - ofOrders.length];
  for (const { index, reason } of screening.dropped) {
    const candidate = atIndex(index);
    if (candidate) dropped.push({ feature: candidate.definition.label, reason });
  }
  const kept = screening.kept.flatMap((index) => atIndex(index) ?? []);
  return {
    features: kept.map(({ definition }) => definition),
    dropped,
    sentence: sentenceOf(headings.length, kept, customers, config.locale),
  };
}

function definitionOf(
  column: TableColumn,
  position: number,
  transform: Transform = 'identity',
): FeatureDefinition {
  return {
    id: tableFeatureId(column),
    label: tableFeatureLabel(column),
    transform,
    sql: null,
    table: { column, position },
  };
}

/** Scale and scores of all features, those of orders first; of the columns only those that tell customers apart. */
async function scaledCandidates(
  engine: GenerateContext['engine'],
  ofOrders: readonly FeatureDefinition[],
  candidates: readonly Candidate[],
): Promise<{ columns: ScoredColumn[]; candidates: Candidate[]; dropped: Segmentation['dropped'] }> {
  const raw = await readFeatureSample(engine, [
    ...ofOrders,
    ...candidates.map(({ definition }) => definition),
  ]);
  const columns = ofOrders.map(({ label, transform }, index): ScoredColumn => {
    const values = (raw[index] ?? []).map((value) => transformFeature(value, transform));
    return { label, scores: scoresOf(values), fixed: true };
  });
  const used: Candidate[] = [];
  const dropped: Segmentation['dropped'] = [];
  candidates.forEach(({ definition, profile }, index) => {
    const own = raw[ofOrders.length + index] ?? [];
    const { scaled, values } = scaledDefinition(definition, own);
    const reason = featureProblem({ id: scaled.id, values });
    if (reason !== null) {
      dropped.push({ feature: scaled.label, reason });
      return;
    }
    used.push({ definition: scaled, profile });
    const column = scaled.table?.column;
    columns.push({
      label: scaled.label,
      scores: scoresOf(values),
      fixed: false,
      ...(column?.kind === 'level' && { levelOf: column.name }),
    });
  });
  return { columns, candidates: used, dropped };
}

/** A column of numbers gets its scale; the values are transformed ones. */
function scaledDefinition(
  definition: FeatureDefinition,
  own: readonly (number | null)[],
): { scaled: FeatureDefinition; values: (number | null)[] } {
  const { table } = definition;
  if (table?.column.kind !== 'number') return { scaled: definition, values: [...own] };
  const { scale, transform, low, high } = columnScale(own);
  const scaled = {
    ...definition,
    transform,
    table: { ...table, column: { ...table.column, scale, low, high } },
  };
  const values = own.map((value) =>
    value === null
      ? null
      : transformFeature(Math.max(low, Math.min(high, value / scale)), transform),
  );
  return { scaled, values };
}

function scoresOf(values: readonly (number | null)[]): Float64Array {
  const { mean, standardDeviation } = featureMoments(values);
  return Float64Array.from(values, (value) =>
    standardDeviation > 0 ? standardScore(value, mean, standardDeviation) : 0,
  );
}

function sentenceOf(
  columns: number,
  kept: readonly Candidate[],
  { all, inTable, emptyIsZero }: TableCustomers,
  locale: string,
): string {
  const number = (value: number): string => value.toLocaleString(locale);
  const cells = kept.length * inTable;
  const filled = kept.reduce((sum, { definition, profile }) => {
    const kind = definition.table?.column.kind;
    // An empty cell of a ticked box says no, and one of a number 0 where the config says so.
    const isWhole = kind === 'ticked' || (kind === 'number' && emptyIsZero);
    return sum + (isWhole ? inTable : profile.present);
  }, 0);
  const empty = cells === 0 ? 0 : 1 - filled / cells;
  const percent = (share: number): string =>
    share.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });
  const missing =
    inTable === all
      ? `${percent(empty)} of their cells are empty and count as the average`
      : `${percent(empty)} of their cells are empty and ${percent(1 - inTable / all)} of the customers are not in the table: both count as the average`;
  const logged = kept.filter(({ definition }) => definition.transform !== 'identity').length;
  return `Of ${number(columns)} columns of the customer table, screening kept ${number(kept.length)} features; ${missing}; ${number(logged)} with long tails enter as logarithms; numbers beyond the 0.5th and 99.5th percentile are held there`;
}
