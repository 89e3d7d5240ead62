import type {
  DataQuality,
  FileReport,
  Freshness,
  IdentitySummary,
  LeftOut,
  OrderArithmetic,
  Totals,
} from '#core/schemas/data-quality.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { contradictsItsName } from '#core/personas/contradicted-name.ts';
import { certificateSentence } from '#core/segmentation/certificate-words.ts';
import { isTrusted } from '#core/segmentation/stability-verdict.ts';
import type { ExportsRead } from './exports/read-exports.ts';
import { SCHEMA_VERSION } from '#core/schemas/identifiers.ts';
import type { InsightResult } from '#core/schemas/insight.ts';
import type { Issue } from '#core/schemas/issue.ts';
import type { Kpi } from '#core/schemas/kpi.ts';
import type { Persona } from '#core/schemas/persona.ts';
import type { Segmentation } from '#core/schemas/segmentation.ts';
import type { Drift, LineageEvent } from '#core/schemas/segmentation-history.ts';
import type { DatasetNotes } from './content/dataset.ts';
import type { Change } from './content/plan-changes.ts';
import type { TextWithoutFigures } from './content/texts-without-figures.ts';
import type { LaterRows } from './warehouse/as-of.ts';

/** What `generate --json` prints: a public interface (docs/generate.md). */
export interface GenerateReport {
  schemaVersion: number;
  dataset: string;
  asOf: string;
  files: FileReport[];
  freshness: Freshness[];
  leftOut: LeftOut[];
  /** Rows that lie after as-of: they do not count. `files` are those that have some. */
  later: LaterRows & { files: string[] };
  missing: DataQuality['missing'];
  arithmetic: OrderArithmetic[];
  identity: IdentitySummary;
  totals: Totals;
  kpis: { id: string; value: number | string | null; unit: string; n: number; status: string }[];
  personas: {
    id: string;
    name: string;
    customers: number;
    shareOfCustomers: number | null;
    shareOfRevenue: number | null;
    jaccard: number | null;
  }[];
  /** Whether groups were found, and why not or why so many. */
  segmentation: Pick<Segmentation, 'status' | 'explanation' | 'warnings'>;
  /** How sure the groups are that were found; null where none were. */
  certainty: {
    /** Groups that were found, and those of them that are hints and no Portraits yet. */
    groups: number;
    hints: string[];
    /** What the certificate says in one breath. */
    sentence: string;
  } | null;
  /** How far the customers have moved since the Portraits were found; null where nothing is known of it. */
  drift: Pick<Drift, 'since' | 'level' | 'outsideShare' | 'groupsIndex' | 'features'> | null;
  /** What became of the Portraits on this day; empty when they were not found anew. */
  lineage: ({ id: string } & LineageEvent)[];
  /** What every Portrait is called, those that retired too, by its id. */
  names: Record<string, string>;
  /** Portraits whose working name is still there although their figures contradict it. */
  contradictedNames: string[];
  insights: { id: string; verdict: string; grade: string }[];
  changes: { path: string; change: Change['change'] }[];
  /** Texts with which the site cannot be built; nothing of them was deleted. */
  textsWithoutFigures: TextWithoutFigures[];
  /** Places at which a text or a Claim cannot be parsed; the site cannot be built with them either. */
  unreadableTexts: Issue[];
}

/** Puts what a run found into the form of the report. */
export function generateReport(found: {
  dataset: string;
  asOf: string;
  read: ExportsRead;
  later: LaterRows;
  totals: Totals;
  notes: DatasetNotes;
  kpis: Kpi[];
  personas: Persona[];
  /** By id, retired ones too. */
  names: ReadonlyMap<string, string>;
  segmentation: Segmentation;
  insights: InsightResult[];
  changes: Change[];
  textsWithoutFigures: TextWithoutFigures[];
  unreadableTexts: Issue[];
}): GenerateReport {
  const certificates = new Map(
    found.segmentation.certificate?.personas.map(({ id, jaccard }) => [id, jaccard]),
  );
  const nameOf = (id: string): string => found.names.get(id) ?? id;
  return {
    schemaVersion: SCHEMA_VERSION,
    dataset: found.dataset,
    asOf: found.asOf,
    files: found.read.files,
    ...found.notes,
    later: { ...found.later, files: laterFiles(found) },
    arithmetic: found.read.arithmetic,
    identity: found.read.identity,
    totals: found.totals,
    kpis: found.kpis.map((kpi) => {
      const current = factById(kpi.facts, 'current');
      return {
        id: kpi.id,
        value: current?.value ?? null,
        unit: kpi.unit,
        n: current?.n ?? 0,
        status: current?.status ?? 'unavailable',
      };
    }),
    personas: found.personas.map((persona) => ({
      id: persona.id,
      name: nameOf(persona.id),
      customers: persona.customers,
      shareOfCustomers: numberOf(factById(persona.facts, 'shareOfCustomers')),
      shareOfRevenue: numberOf(factById(persona.facts, 'shareOfRevenue')),
      jaccard: certificates.get(persona.id) ?? null,
    })),
    segmentation: {
      status: found.segmentation.status,
      explanation: found.segmentation.explanation,
      warnings: found.segmentation.warnings,
    },
    certainty: certaintyOf(found.segmentation, nameOf),
    drift: driftOf(found.segmentation),
    lineage: found.segmentation.lineage.flatMap(({ id, events }) =>
      events.filter(({ on }) => on === found.asOf).map((event) => ({ id, ...event })),
    ),
    names: Object.fromEntries(found.names),
    contradictedNames: found.personas
      .filter((persona) => contradictsItsName(persona, nameOf(persona.id)))
      .map(({ id }) => id),
    insights: found.insights.map(({ id, verdict, grade }) => ({ id, verdict, grade })),
    changes: found.changes.map(({ path, change }) => ({ path, change })),
    textsWithoutFigures: found.textsWithoutFigures,
    unreadableTexts: found.unreadableTexts,
  };
}

/** Files with rows after as-of. Those of campaigns may state a period that counts although it ends later. */
function laterFiles({
  read: { files, sources },
  later,
  asOf,
}: {
  read: Pick<ExportsRead, 'files' | 'sources'>;
  later: LaterRows;
  asOf: string;
}): string[] {
  const campaigns = new Set(sources['campaign_results']);
  const hasLater = (source: string | null): boolean =>
    source !== null &&
    (!campaigns.has(source) || later.campaigns.some((one) => one.source === source));
  return files
    .filter(({ adapter, period }) => (period?.to ?? '') > asOf && hasLater(adapter))
    .map(({ path }) => path);
}

function certaintyOf(
  { certificate }: Segmentation,
  nameOf: (id: string) => string,
): GenerateReport['certainty'] {
  if (certificate === null) return null;
  const groups = certificate.personas;
  return {
    groups: groups.length,
    hints: groups
      .filter(({ verdict }) => !certificate.trusted || !isTrusted(verdict))
      .map(({ id }) => id),
    sentence: certificateSentence(certificate, nameOf),
  };
}

function driftOf({ drift }: Segmentation): GenerateReport['drift'] {
  if (drift === null) return null;
  const { since, level, outsideShare, groupsIndex, features } = drift;
  return { since, level, outsideShare, groupsIndex, features };
}

function factById(facts: Fact[], id: string): Fact | undefined {
  return facts.find((fact) => fact.id === id);
}

function numberOf(fact: Fact | undefined): number | null {
  return typeof fact?.value === 'number' ? fact.value : null;
}
