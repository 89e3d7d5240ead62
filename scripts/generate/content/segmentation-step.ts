import { namePersona } from '#core/personas/name-persona.ts';
import { nameId, spelledName, workingName } from '#core/personas/working-name.ts';
import { isOfTable } from '#core/personas/table-facts.ts';
import { SCHEMA_VERSION } from '#core/schemas/identifiers.ts';
import {
  SegmentationSchema,
  type Segmentation,
  type SegmentationModel,
} from '#core/schemas/segmentation.ts';
import type { FittedSegmentation } from '#core/segmentation/fit-segmentation.ts';
import { sufficiencyRefusal, sufficiencyWarnings } from '#core/segmentation/sufficiency-gate.ts';
import { tableRefusal } from '#core/segmentation/table-sufficiency.ts';
import type { GenerateContext } from '../generate-context.ts';
import { assignNobody } from '../warehouse/features/assign-personas.ts';
import { readDataSufficiency } from '../warehouse/features/data-sufficiency.ts';
import { keepPreviousPersonas } from '../warehouse/features/persona-overlap.ts';
import { countTableBuyers } from '../warehouse/features/table-buyers.ts';
import { contentJson } from './content-json.ts';
import { measurePersonas, type MeasuredPersona } from './measured-personas.ts';
import { comparePersonas } from './compare-personas.ts';
import { extendLineage, personaIds } from './persona-lineage.ts';
import { assignByModel } from './segmentation-assign.ts';
import { fitPurchases, type FitOutcome } from './segmentation-fit.ts';
import { checkPersistence } from './segmentation-persistence.ts';
import { measureBaseline, measureDrift, measureMovement } from './segmentation-history.ts';
import { readStoredSegmentation } from './stored-segmentation.ts';
import { describeByTable } from './table-personas.ts';

/** The segmentation of a run, and whether its groups were found in it. */
export interface ResolvedSegmentation {
  segmentation: Segmentation;
  isNew: boolean;
}

/**
 * The segmentation of this run, and every buyer assigned by it in the engine: the stored model where it can still be
 * used, else a new fit, else a refusal. Certificate, explanation and dropped features are those of the fit, so that
 * the result does not depend on whether it was just fitted.
 *
 * @param reserved ids that new groups must not take
 */
export async function resolveSegmentation(
  context: GenerateContext,
  options: { refit: boolean; reserved: readonly string[] },
): Promise<ResolvedSegmentation> {
  const { engine, config, asOf } = context;
  const found = readStoredSegmentation(context.present, config);
  const stored = found?.dataset === config.dataset ? found : null;
  const sufficiency = await readDataSufficiency(engine, asOf);
  const head = { schemaVersion: SCHEMA_VERSION, dataset: config.dataset, asOf } as const;
  const support = stored?.model ? await assignByModel(context, stored.model) : 'none';
  const tableBuyers = await countTableBuyers(engine);
  const refusal =
    tableBuyers === null ? sufficiencyRefusal(sufficiency) : tableRefusal(tableBuyers);
  // Too little to fit anew is no reason to forget what was found in more.
  if (stored && support === 'whole' && (!options.refit || refusal !== null)) {
    const segmentation = {
      ...stored,
      ...head,
      warnings: warningsOf(stored, sufficiency),
      ...(await historyOf(context, stored)),
    };
    return { segmentation, isNew: false };
  }
  const { fitted, dropped } =
    refusal === null
      ? await fitAndRemember(context, support === 'none' ? null : stored)
      : { fitted: null, dropped: [] };
  if (!fitted) {
    await assignNobody(engine);
    const segmentation: Segmentation = {
      ...head,
      status: 'refused',
      explanation:
        refusal ?? 'Fewer than two features tell the customers apart; expected at least two',
      warnings: sufficiencyWarnings(sufficiency),
      model: null,
      certificate: null,
      dropped,
      lineage: extendLineage(stored?.lineage ?? [], {
        on: asOf,
        before: livingIds(stored),
        after: [],
        overlaps: [],
        floor: config.privacy.floor,
      }),
      ...NO_HISTORY,
    };
    return { segmentation, isNew: false };
  }
  const named = await nameGroups(context, fitted, {
    stored,
    reserved: options.reserved,
    isComparable: support !== 'none',
  });
  const complete: Segmentation = { ...head, ...named, warnings: [] };
  const segmentation = readBack({
    ...complete,
    warnings: warningsOf(complete, sufficiency),
    ...(await historyOf(context, complete)),
  });
  return { segmentation, isNew: true };
}

const NO_HISTORY = { baseline: null, drift: null, movement: null } as const;

/** Drift and movement by the assignment in the engine. */
async function historyOf(
  context: GenerateContext,
  { model, baseline }: Pick<Segmentation, 'model' | 'baseline'>,
): Promise<Pick<Segmentation, 'drift' | 'movement'>> {
  return {
    drift: model && baseline ? await measureDrift(context, model, baseline) : null,
    movement: model ? await measureMovement(context, model) : null,
  };
}

async function fitAndRemember(
  context: GenerateContext,
  stored: Pick<Segmentation, 'model' | 'baseline'> | null,
): Promise<FitOutcome> {
  if (stored?.model) await keepPreviousPersonas(context.engine, stored.model, stored.baseline);
  const { fitted, dropped } = await fitPurchases(context);
  if (!fitted || fitted.model.features.some(({ column }) => column)) return { fitted, dropped };
  const groups = fitted.centers.map((_, index) => `group-${index}`);
  return { fitted: await checkPersistence(context, fitted, modelOf(fitted, groups)), dropped };
}

/** Gives every group its id: that of the old one that lives on in it, else one from what they do. */
async function nameGroups(
  context: GenerateContext,
  fitted: FittedSegmentation,
  past: { stored: Segmentation | null; reserved: readonly string[]; isComparable: boolean },
): Promise<Omit<Segmentation, 'schemaVersion' | 'dataset' | 'asOf' | 'warnings'>> {
  const groups = fitted.centers.map((_, index) => `group-${index}`);
  await assignByModel(context, modelOf(fitted, groups));
  const measured = await describeByTable(
    context,
    modelOf(fitted, groups),
    await measurePersonas(context, groups),
  );
  const lineage = past.stored?.lineage ?? [];
  const { inherited, overlaps } = await comparePersonas(
    context.engine,
    past.isComparable ? (past.stored?.model ?? null) : null,
  );
  const bySize = groups
    .map((group) => ({
      group,
      ...wantedIds(measured.get(group)),
      customers: measured.get(group)?.customers ?? 0,
    }))
    .sort((a, b) => b.customers - a.customers);
  const ids = personaIds(bySize, inherited, [
    ...lineage.flatMap(({ id, events }) => [
      id,
      ...events.flatMap(({ names }) => (names ? [nameId(names.after)] : [])),
    ]),
    ...past.reserved,
  ]);
  const named = groups.map((group) => ids.get(group) ?? group);
  const model = modelOf(fitted, named);
  await assignByModel(context, model);
  return {
    status: 'fitted',
    explanation: fitted.explanation,
    model,
    certificate: {
      ...fitted.certificate,
      personas: fitted.clusters.map((cluster, index) => ({ id: named[index] ?? '', ...cluster })),
    },
    dropped: fitted.dropped,
    lineage: extendLineage(lineage, {
      on: context.asOf,
      before: livingIds(past.stored),
      after: named,
      overlaps: overlaps.map((overlap) => ({
        ...overlap,
        after: ids.get(overlap.after) ?? overlap.after,
      })),
      floor: context.config.privacy.floor,
      names: spelledNames(bySize, ids),
    }),
    ...NO_HISTORY,
    baseline: await measureBaseline(context, model),
  };
}

function livingIds(stored: Segmentation | null): string[] {
  return stored?.model?.centroids.map(({ persona }) => persona) ?? [];
}

/** Headers of a table may say anything about people, so no id is made of them. */
function wantedIds(measured: MeasuredPersona | undefined): WantedIds {
  if (measured && isOfTable({ origin: 'segmentation', facts: measured.facts }))
    return { wanted: 'customer-group', others: [], names: new Map() };
  const { id, otherIds, names } = namePersona(
    measured ?? { facts: [], breakdowns: [], distinguishing: [] },
  );
  return { wanted: id, others: otherIds, names };
}

interface WantedIds {
  wanted: string;
  others: string[];
  names: ReadonlyMap<string, string>;
}

/** Working names of the groups' ids, where the exports write other letters than the id has. */
function spelledNames(
  groups: readonly ({ group: string } & WantedIds)[],
  ids: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map(
    groups.flatMap(({ group, names }) => {
      const id = ids.get(group) ?? group;
      const name = spelledName(id, names);
      return name === workingName(id) ? [] : [[id, name]];
    }),
  );
}

/** The model as it will be read from its file: assignment must not know digits that the file does not hold. */
function modelOf(fitted: FittedSegmentation, ids: readonly string[]): SegmentationModel {
  const centroids = fitted.centers.map((center, index) => ({ persona: ids[index] ?? '', center }));
  return JSON.parse(contentJson({ ...fitted.model, centroids })) as SegmentationModel;
}

function readBack(segmentation: Segmentation): Segmentation {
  return SegmentationSchema.parse(JSON.parse(contentJson(segmentation)));
}

function warningsOf(
  { certificate }: Pick<Segmentation, 'certificate'>,
  sufficiency: Parameters<typeof sufficiencyWarnings>[0],
): string[] {
  // Where there are no groups at all, the explanation says so of all of them.
  const doubtful = (certificate?.trusted ? certificate.personas : [])
    .filter(({ verdict }) => verdict === 'untrusted')
    .map(
      ({ id, jaccard }) =>
        `"${id}" did not come out again reliably when customers were drawn anew (Jaccard ${jaccard.toFixed(2)}): treat it as a hint`,
    );
  return [...sufficiencyWarnings(sufficiency), ...doubtful];
}
