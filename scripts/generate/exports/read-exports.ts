import type { FileReport, IdentitySummary, OrderArithmetic } from '#core/schemas/data-quality.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError, severalErrors } from '#generate/generate-error.ts';
import type { Progress } from '#generate/progress.ts';
import { scratchFolder } from '#generate/scratch-folder.ts';
import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { zoneQuestion } from './cells/assumed-zone.ts';
import { checkPatterns } from './plan/check-patterns.ts';
import { nameChannels } from './channel-names.ts';
import { createRates } from './currency-rates.ts';
import { FileRefusal, refusedFile } from './file-refusal.ts';
import { leftOutReport, nothingKnown } from './plan/left-out-files.ts';
import { listFiles } from './plan/list-files.ts';
import { readIdentitySummary } from './load/identity-summary.ts';
import { isCustomerTable, loadCustomerTable } from './load/load-customer-table.ts';
import { loadExports, type TableSources } from './load/load-exports.ts';
import { readOrderArithmetic } from './load/order-arithmetic.ts';
import { createPeople, insertCustomers, insertShippedOrders } from './load/people.ts';
import { rowAccount } from './load/row-account.ts';
import { CUSTOMER_TABLE, noCustomerTable } from './plan/plan-customer-table.ts';
import { planFolder } from './plan/plan-folder.ts';
import { readFile, type ReadFile } from './read/read-file.ts';
import { createZone } from './cells/zone-offsets.ts';

export interface ExportsRead {
  /** The row account of each file, sorted by path. */
  files: FileReport[];
  /** Names of the exports that brought each canonical table. */
  sources: TableSources;
  /** By source: whether orders come to the totals that their export states. */
  arithmetic: OrderArithmetic[];
  identity: IdentitySummary;
}

export interface ReadOptions {
  directory: string;
  config: PortalConfig;
  /** Of this installation: customer keys cannot be computed without it. */
  secret: string;
  engine: Engine;
  progress: Progress;
}

/**
 * Reads a folder of exports into the canonical tables and accounts for every row of every file.
 *
 * @throws GenerateError for a folder, a file or a config that cannot be used; nothing is written anywhere
 */
export async function readExports(options: ReadOptions): Promise<ExportsRead> {
  const { directory, config, engine, progress } = options;
  const listing = await listFiles(directory);
  await checkPatterns(engine, config);
  await createCanonicalTables(engine);
  await createZone(engine, config.timeZone);
  await createPeople(engine);
  const scratch = scratchFolder('exports-');
  try {
    const { plans, leftOut, ignored, idleSources } = await planFolder(
      directory,
      listing,
      config,
      engine,
      scratch.path,
    );
    const isTablePlan = plans.some(({ wide }) => wide !== undefined);
    if (config.customerTable !== undefined && !isTablePlan)
      throw noCustomerTable(config.customerTable, listing.files);
    if (plans.length === 0) throw nothingKnown(directory, leftOut, ignored);
    for (const { name, files } of idleSources) {
      progress.warn(`Source "${name}" of the config matches no file: ${files.join(', ')}`);
    }
    const read: ReadFile[] = [];
    const refused: GenerateError[] = [];
    for (const [index, plan] of plans.entries()) {
      progress.step(`Reading ${plan.path}`);
      const file = await readFile(engine, config, plan, index, scratch.path).catch(
        (error: unknown) => {
          const known =
            error instanceof FileRefusal ? refusedFile(plan.path, error.refusal) : error;
          if (!(known instanceof GenerateError)) throw known;
          refused.push(known);
        },
      );
      progress.advance((index + 1) / plans.length);
      if (file === undefined) continue;
      for (const warning of file.warnings) progress.warn(warning);
      read.push(file);
    }
    if (refused.length > 0) throw severalErrors(refused);
    const zoneless = read.filter(({ assumesZone }) => assumesZone).map(({ plan }) => plan.source);
    if (zoneless.length > 0) progress.warn(zoneQuestion([...new Set(zoneless)], config.timeZone));
    await createRates(engine, config);
    await nameChannels(engine, config);
    progress.step('Bringing the exports together');
    const sources = await loadExports(
      options,
      read.filter((file) => !isCustomerTable(file)),
    );
    const tables = read.filter(isCustomerTable);
    if (config.customerTable !== undefined)
      await loadCustomerTable(engine, tables, {
        settings: config.customerTable,
        secret: options.secret,
        account: rowAccount(tables),
      });
    if (tables.length > 0) sources['customer_table'] = [CUSTOMER_TABLE];
    await insertShippedOrders(engine);
    const arithmetic = await readOrderArithmetic(engine, config);
    const identity = await readIdentitySummary(engine);
    await insertCustomers(engine);
    const reports = [...read.map(({ report }) => report), ...leftOut.map(leftOutReport)];
    return {
      files: reports.sort((a, b) => (a.path < b.path ? -1 : 1)),
      sources,
      arithmetic,
      identity,
    };
  } finally {
    scratch.remove();
  }
}
