import { join } from 'node:path';
import { counted } from '#core/format/counted.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { applyChanges, recoverContent } from './content/apply-content.ts';
import { assembleAudiences } from './content/audiences.ts';
import { assembleBoxes } from './content/boxes.ts';
import { lockContent } from './content/content-lock.ts';
import { contentAfter } from './content/content-after.ts';
import { assembleDataset } from './content/dataset.ts';
import { assembleInsights } from './content/insights.ts';
import { assembleKpis } from './content/kpis.ts';
import { leftOutPeople } from './content/left-out-people.ts';
import { assembleMarket } from './content/market.ts';
import { missingExports } from './content/missing-exports.ts';
import { personaNames } from './content/persona-names.ts';
import { assemblePersonas } from './content/personas.ts';
import { planChanges } from './content/plan-changes.ts';
import { readPresentContent } from './content/read-present-content.ts';
import { assertSameDataset } from './content/same-dataset.ts';
import { sourceFreshness } from './content/source-freshness.ts';
import { textsWithoutFigures } from './content/texts-without-figures.ts';
import { unreadableTexts } from './content/unreadable-texts.ts';
import { readExports, type ExportsRead } from './exports/read-exports.ts';
import { assembleDeskFile } from './desk-file.ts';
import type { GenerateContext, PresentContent } from './generate-context.ts';
import { generateReport, type GenerateReport } from './generate-report.ts';
import { localSecret } from './local-secret.ts';
import { knownPeople, knownPeopleFile, knownPeopleText } from './privacy/known-people.ts';
import { allowedIn, assertNoCustomerIn } from './privacy-scan.ts';
import type { Progress } from './progress.ts';
import { assembleStateFiles } from './state-files.ts';
import { applyAsOf, resolveAsOf, type LaterRows } from './warehouse/as-of.ts';
import { openEngine, type Engine } from './warehouse/engine.ts';
import { expireContacts } from './warehouse/expire-contacts.ts';
import { leaveOutPeople, type PeopleLeftOut } from './warehouse/leave-out-people.ts';
import { maskAddresses } from './warehouse/mask-addresses.ts';
import { orderPeriod } from './warehouse/order-period.ts';
import { computeTotals } from './warehouse/totals.ts';
import { withState } from './with-state.ts';

export interface GenerateOptions {
  exportsDirectory: string;
  contentDirectory: string;
  stateDirectory: string;
  config: PortalConfig;
  /** Default: the newest order's day. */
  asOf?: string | undefined;
  /** Compare instead of writing. */
  check: boolean;
  /** Fit the Portraits anew instead of assigning by the stored model. */
  refit: boolean;
  progress: Progress;
}

/**
 * The whole way from exports to content/: read, compute, plan, apply. Everything is computed before anything is
 * written, so that an error leaves content/ as it was.
 */
export async function generate(options: GenerateOptions): Promise<GenerateReport> {
  const { contentDirectory, stateDirectory } = options;
  const release = lockContent(contentDirectory);
  try {
    recoverContent(contentDirectory);
    return await withState(stateDirectory, () => computeAndApply(options));
  } finally {
    release();
  }
}

async function computeAndApply(options: GenerateOptions): Promise<GenerateReport> {
  const { config, progress, contentDirectory, stateDirectory } = options;
  const present = readPresentContent(contentDirectory);
  assertSameDataset(present, config.dataset);

  const engine = await openEngine({ spillDirectory: join(stateDirectory, 'spill') });
  try {
    const secret = localSecret(stateDirectory);
    const { context, read, known, leftOut, later } = await readShop(
      engine,
      options,
      present,
      secret,
    );

    progress.step('Adding up totals');
    const totals = await computeTotals(engine, config);
    progress.step('Computing KPIs');
    const kpis = await assembleKpis(context);
    progress.step('Finding Portraits');
    const portraits = await assemblePersonas(context, { refit: options.refit });
    const boxes = await assembleBoxes(context, portraits.personas);
    progress.step('Drafting learnings');
    const insights = await assembleInsights(context);
    const market = await assembleMarket(context);
    progress.step('Counting audiences');
    const audiences = await assembleAudiences(context, stateDirectory);

    const notes = {
      freshness: sourceFreshness(context, read.files),
      leftOut: leftOutPeople(leftOut, config.privacy.floor),
      missing: await missingExports(context),
    };
    const planned = [
      assembleDataset(context, read, totals, notes),
      ...kpis.files,
      ...portraits.files,
      ...insights.files,
      audiences,
      boxes,
      market,
    ];
    progress.step('Looking for customers in the texts');
    assertNoCustomerIn(planned, {
      known: knownPeople(Buffer.from(known), secret),
      allowed: allowedIn(config, contentDirectory),
    });
    const changes = planChanges(planned, present);
    if (!options.check) {
      progress.step('Writing content');
      const state = await assembleStateFiles(engine, stateDirectory, portraits.assignmentsTable);
      applyChanges(contentDirectory, changes, [
        ...state,
        await assembleDeskFile(context, stateDirectory),
        knownPeopleFile(stateDirectory, known),
      ]);
    }
    const after = contentAfter(changes, present);
    return generateReport({
      dataset: config.dataset,
      asOf: context.asOf,
      read,
      later,
      totals,
      notes,
      kpis: kpis.kpis,
      personas: portraits.personas,
      names: personaNames(after),
      segmentation: portraits.segmentation,
      insights: insights.insights,
      changes,
      textsWithoutFigures: textsWithoutFigures(after),
      unreadableTexts: unreadableTexts(after),
    });
  } finally {
    engine.close();
  }
}

/** What everything is computed from. */
interface ReadShop {
  context: GenerateContext;
  read: ExportsRead;
  /** Everybody in the exports, also people who are left out. */
  known: string;
  leftOut: PeopleLeftOut;
  later: LaterRows;
}

/** Brings the exports into the engine, without whoever must not be in it, as they stood on the day of the figures. */
async function readShop(
  engine: Engine,
  { config, progress, stateDirectory, ...options }: GenerateOptions,
  present: PresentContent,
  secret: string,
): Promise<ReadShop> {
  const directory = options.exportsDirectory;
  const read = await readExports({ directory, config, secret, engine, progress });
  const known = await knownPeopleText(engine, secret, config.privacy.floor);
  const leftOut = await leaveOutPeople(engine, stateDirectory, secret);
  for (const { table, column, rows } of await maskAddresses(engine)) {
    progress.warn(`E-mail addresses taken out of ${counted(rows, 'text')} of ${table}.${column}`);
  }
  const asOf = await resolveAsOf(engine, options.asOf, read.files, config.timeZone);
  const later = await applyAsOf(engine, asOf, config.timeZone);
  await expireContacts(engine, asOf, config.privacy.retentionDays);
  const period = await orderPeriod(engine);
  const context = { engine, config, asOf, period, sources: read.sources, present, progress };
  return { context, read, known, leftOut, later };
}
