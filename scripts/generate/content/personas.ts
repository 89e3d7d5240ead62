import { movementFacts } from '#core/personas/movement-facts.ts';
import { isOfTable, tableName } from '#core/personas/table-facts.ts';
import { PRIVACY_RULES } from '#core/personas/withheld-shares.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { SCHEMA_VERSION } from '#core/schemas/identifiers.ts';
import { PersonaSchema, type Persona } from '#core/schemas/persona.ts';
import { SegmentationSchema, type Segmentation } from '#core/schemas/segmentation.ts';
import type { GenerateContext, PresentContent } from '../generate-context.ts';
import { createAssignments } from '../warehouse/features/assign-personas.ts';
import { createBuyerTotals } from '../warehouse/features/buyer-totals.ts';
import { createPurchaseOrders } from '../warehouse/features/purchase-orders.ts';
import { takeTableBuyers } from '../warehouse/features/table-buyers.ts';
import { withAnswers } from './appended-personas.ts';
import type { ContentFile } from './content-file.ts';
import { contentJson } from './content-json.ts';
import { coreCustomerPersona } from './core-customer.ts';
import { measurePersonas, passportOf, type MeasuredPersona } from './measured-personas.ts';
import { withOwnFactorNames } from './own-factor-names.ts';
import { draftPath, personaDraft } from './persona-draft.ts';
import { givenName, withRenewedNames } from './renewed-names.ts';
import { retiredPersonas } from './retired-personas.ts';
import { resolveSegmentation } from './segmentation-step.ts';
import { describeByTable } from './table-personas.ts';
import { statisticPersonas } from './statistic-personas.ts';
import { readStoredSegmentation, SEGMENTATION_PATH } from './stored-segmentation.ts';

export interface AssembledPersonas {
  files: ContentFile[];
  /** Largest first, then those of other tools, then one that the config defines or somebody wrote. */
  personas: Persona[];
  segmentation: Segmentation;
  /** Table in the engine with customer, persona and distance. */
  assignmentsTable: string;
}

/**
 * Portraits: who the customers are by how they buy, each with its facts and a drafted story; and the Portraits that
 * another tool computed.
 */
export async function assemblePersonas(
  context: GenerateContext,
  options: { refit: boolean },
): Promise<AssembledPersonas> {
  const { engine, asOf, config, present } = context;
  await createPurchaseOrders(engine, asOf);
  await takeTableBuyers(engine, config);
  await createBuyerTotals(engine, asOf);

  const lineage = readStoredSegmentation(present, config)?.lineage ?? [];
  const fromTables = await statisticPersonas(
    context,
    lineage.map(({ id }) => id),
  );
  const { segmentation: resolved, isNew } = await resolveSegmentation(context, {
    refit: options.refit,
    reserved: [...fromTables.map(({ id }) => id), ...presentIds(present), ...ruledIds(config)],
  });
  const measured = await measureFound(context, resolved);
  const segmentation = {
    ...withOwnFactorNames(resolved, context.config.portraits.factorNames),
    lineage: isNew
      ? withRenewedNames(resolved.lineage, measured, { asOf, present })
      : resolved.lineage,
  };
  const found = await withAnswers(context, foundPersonas(context, segmentation, measured));
  const core = await coreCustomerPersona(context, {
    personas: [...found, ...fromTables],
    earlier: segmentation.lineage.map(({ id }) => id),
  });
  const personas = [...found, ...fromTables, ...(core ? [core] : [])];
  return {
    files: [
      {
        path: SEGMENTATION_PATH,
        kind: 'machine',
        text: contentJson(SegmentationSchema.parse(segmentation)),
      },
      ...personas.flatMap((persona) => personaFiles(persona, present)),
      ...retiredPersonas(segmentation.lineage, present, config.privacy.floor).map(personaFile),
    ],
    personas,
    segmentation,
    assignmentsTable: await createAssignments(engine),
  };
}

async function measureFound(
  context: GenerateContext,
  { model }: Segmentation,
): Promise<ReadonlyMap<string, MeasuredPersona>> {
  if (model === null) return new Map();
  const ids = model.centroids.map(({ persona }) => persona);
  return describeByTable(context, model, await measurePersonas(context, ids));
}

function foundPersonas(
  context: GenerateContext,
  { movement, model, lineage }: Segmentation,
  measured: ReadonlyMap<string, MeasuredPersona>,
): Persona[] {
  if (model === null) return [];
  const moves = (id: string, customers: number): Fact[] =>
    model.features.some(({ column }) => column)
      ? []
      : movementFacts(id, customers, movement, passportOf(context), context.config.privacy.floor);
  return [...measured]
    .map(([id, figures]): Persona => ({
      schemaVersion: SCHEMA_VERSION,
      dataset: context.config.dataset,
      asOf: context.asOf,
      id,
      workingName: isOfTable({ origin: 'segmentation', facts: figures.facts })
        ? tableName(givenName(id, lineage), figures)
        : givenName(id, lineage),
      origin: 'segmentation',
      privacy: { rules: PRIVACY_RULES, floor: context.config.privacy.floor },
      ...figures,
      facts: [...figures.facts, ...moves(id, figures.customers)],
    }))
    .sort((a, b) => b.customers - a.customers || (a.id < b.id ? -1 : 1));
}

function personaFile(persona: Persona): ContentFile {
  return {
    path: `personas/${persona.id}.json`,
    kind: 'machine',
    text: contentJson(PersonaSchema.parse(persona)),
  };
}

function personaFiles(persona: Persona, present: PresentContent): ContentFile[] {
  return [
    personaFile(persona),
    // Whoever wrote a Portrait wrote its text.
    ...(persona.origin === 'written'
      ? []
      : [personaDraft(persona, present.read(draftPath(persona)))]),
  ];
}

/** The id that the config gives to a Portrait by rule. */
function ruledIds({ coreCustomer }: GenerateContext['config']): string[] {
  return coreCustomer?.rule ? [coreCustomer.persona] : [];
}

/** Ids in content/personas/, written by people or by an earlier run. */
function presentIds(present: PresentContent): string[] {
  return present
    .paths()
    .flatMap((path) => /^personas\/([^/]+)\.(?:json|mdx)$/.exec(path)?.[1] ?? []);
}
