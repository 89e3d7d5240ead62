import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { applyChanges, recoverContent } from './content/apply-content.ts';
import { lockContent } from './content/content-lock.ts';
import { assembleDataset } from './content/dataset.ts';
import { assembleInsights } from './content/insights.ts';
import { assembleKpis } from './content/kpis.ts';
import { assemblePersonas } from './content/personas.ts';
import { planChanges } from './content/plan-changes.ts';
import { readPresentContent } from './content/read-present-content.ts';
import { assertSameDataset } from './content/same-dataset.ts';
import { readExports } from './exports/read-exports.ts';
import type { GenerateContext } from './generate-context.ts';
import { generateReport, type GenerateReport } from './generate-report.ts';
import { localSecret } from './local-secret.ts';
import { assertNoCustomerIn } from './privacy-scan.ts';
import type { Progress } from './progress.ts';
import { assembleStateFiles } from './state-files.ts';
import { applyAsOf, resolveAsOf } from './warehouse/as-of.ts';
import { openEngine } from './warehouse/engine.ts';
import { maskAddresses } from './warehouse/mask-addresses.ts';
import { orderPeriod } from './warehouse/order-period.ts';
import { computeTotals } from './warehouse/totals.ts';

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
  const release = lockContent(options.contentDirectory);
  try {
    recoverContent(options.contentDirectory);
    return await computeAndApply(options);
  } finally {
    release();
  }
}

async function computeAndApply(options: GenerateOptions): Promise<GenerateReport> {
  const { config, progress, contentDirectory, stateDirectory } = options;
  const present = readPresentContent(contentDirectory);
  assertSameDataset(present, config.dataset);

  const engine = await openEngine();
  try {
    const { files, sources } = await readExports({
      directory: options.exportsDirectory,
      config,
      secret: localSecret(stateDirectory),
      engine,
      progress,
    });
    for (const { table, column, rows } of await maskAddresses(engine)) {
      progress.warn(`E-mail addresses taken out of ${String(rows)} texts of ${table}.${column}`);
    }
    const asOf = await resolveAsOf(engine, options.asOf);
    await applyAsOf(engine, asOf, config.timeZone);
    const period = await orderPeriod(engine);
    const context: GenerateContext = { engine, config, asOf, period, sources, present, progress };

    progress.step('Adding up totals');
    const totals = await computeTotals(engine, config);
    progress.step('Computing KPIs');
    const kpis = await assembleKpis(context);
    progress.step('Finding Portraits');
    const portraits = await assemblePersonas(context, { refit: options.refit });
    progress.step('Drafting learnings');
    const insights = await assembleInsights(context);

    const planned = [
      assembleDataset(context, files, totals),
      ...kpis.files,
      ...portraits.files,
      ...insights.files,
    ];
    await assertNoCustomerIn(planned, engine);
    const changes = planChanges(planned, present);
    if (!options.check) {
      progress.step('Writing content');
      const state = await assembleStateFiles(engine, stateDirectory, portraits.assignmentsTable);
      applyChanges(contentDirectory, changes, state);
    }
    return generateReport({
      dataset: config.dataset,
      asOf,
      files,
      totals,
      kpis: kpis.kpis,
      personas: portraits.personas,
      segmentation: portraits.segmentation,
      insights: insights.insights,
      changes,
    });
  } finally {
    engine.close();
  }
}
