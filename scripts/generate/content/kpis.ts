import { KpiSchema, type Kpi } from '#core/schemas/kpi.ts';
import type { GenerateContext } from '../generate-context.ts';
import { computedKpis } from './computed-kpis.ts';
import type { ContentFile } from './content-file.ts';
import { contentJson } from './content-json.ts';
import { snapshotRows } from '../warehouse/kpis/snapshot-rows.ts';
import { EntryIds, slug } from './entry-ids.ts';
import { kpiDraft } from './kpi-draft.ts';
import { snapshotKpis } from './snapshot-kpis.ts';
import { writtenKpi } from './written-money.ts';

/** content/kpis/: the KPIs computed here, then those that other tools computed. */
export async function assembleKpis(
  context: GenerateContext,
): Promise<{ files: ContentFile[]; kpis: Kpi[] }> {
  const { currency } = context.config;
  const stated = await snapshotRows(context.engine, context.asOf);
  const told = new Set(stated.map(({ kpi }) => slug(kpi)));
  const computed = (await computedKpis(context, told)).map(({ kpi, definition }) => ({
    kpi: writtenKpi(kpi, currency),
    definition,
  }));
  const ids = new EntryIds(
    'kpi',
    computed.map(({ kpi }) => kpi.id),
  );
  const snapshots = snapshotKpis(context, stated, ids).map((kpi) => writtenKpi(kpi, currency));
  return {
    files: [
      ...computed.flatMap(({ kpi, definition }) => [kpiFile(kpi), kpiDraft(kpi, definition)]),
      ...snapshots.flatMap((kpi) => [kpiFile(kpi), kpiDraft(kpi)]),
    ],
    kpis: [...computed.map(({ kpi }) => kpi), ...snapshots],
  };
}

function kpiFile(kpi: Kpi): ContentFile {
  return {
    path: `kpis/${kpi.id}.json`,
    kind: 'machine',
    text: contentJson(KpiSchema.parse(kpi)),
  };
}
