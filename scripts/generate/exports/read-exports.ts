import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileReport, IdentitySummary, OrderArithmetic } from '#core/schemas/data-quality.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { Progress } from '#generate/progress.ts';
import { createCanonicalTables } from '#generate/warehouse/canonical-tables.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { compileSource } from './compile-source.ts';
import { checkPatterns } from './check-patterns.ts';
import { nameChannels } from './channel-names.ts';
import { createRates } from './currency-rates.ts';
import type { FilePlan } from './file-plan.ts';
import { leftOutReport, nothingKnown, type LeftOutFile } from './left-out-files.ts';
import { listFiles, matchesAny, type FolderListing } from './list-files.ts';
import { readIdentitySummary } from './load/identity-summary.ts';
import { loadExports, type TableSources } from './load/load-exports.ts';
import { readOrderArithmetic } from './load/order-arithmetic.ts';
import { createPeople, insertCustomers, insertShippedOrders } from './load/people.ts';
import { planFile } from './plan-file.ts';
import { readFile, type ReadFile } from './read-file.ts';
import { readFileHead } from './sniff-file.ts';
import { createZoneDays } from './zone-days.ts';

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
  await createZoneDays(engine, config.timeZone);
  await createPeople(engine);
  const scratch = await mkdtemp(join(tmpdir(), 'exports-'));
  try {
    const { plans, leftOut, ignored } = await planFiles(directory, listing, config);
    if (plans.length === 0) throw nothingKnown(directory, leftOut, ignored);
    for (const { name, files } of config.sources) {
      if (listing.files.some((path) => matchesAny(path, files))) continue;
      progress.warn(`Source "${name}" of the config matches no file: ${files.join(', ')}`);
    }
    const read: ReadFile[] = [];
    for (const [index, plan] of plans.entries()) {
      progress.step(`Reading ${plan.path}`);
      const file = await readFile(engine, config, plan, index, scratch);
      for (const warning of file.warnings) progress.warn(warning);
      read.push(file);
      progress.advance((index + 1) / plans.length);
    }
    await createRates(engine, config);
    await nameChannels(engine, config);
    progress.step('Bringing the exports together');
    const sources = await loadExports(options, read);
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
    await rm(scratch, { recursive: true, force: true });
  }
}

interface FolderPlan {
  plans: FilePlan[];
  leftOut: LeftOutFile[];
  /** Paths that the config wants to hear nothing of. */
  ignored: string[];
}

/** Decides for each file how it is read; a mapping of the config comes before what the header looks like. */
async function planFiles(
  directory: string,
  { files: paths, links }: FolderListing,
  config: PortalConfig,
): Promise<FolderPlan> {
  const plans: FilePlan[] = [];
  const isIgnored = (path: string): boolean => matchesAny(path, config.ignoreFiles);
  const leftOut = links
    .filter((path) => !isIgnored(path))
    .map((path): LeftOutFile => ({ path, why: 'link' }));
  const ignored = links.filter(isIgnored);
  for (const path of paths) {
    const mapped = config.sources.filter(({ files }) => matchesAny(path, files));
    if (mapped.length === 0 && isIgnored(path)) {
      ignored.push(path);
      continue;
    }
    const head = await readFileHead(directory, path);
    for (const source of mapped) plans.push(compileSource(head, source));
    if (mapped.length > 0) continue;
    const plan = planFile(head, config);
    if (plan !== null) plans.push(plan);
    else leftOut.push({ path, why: head.encoding === null ? 'no-text' : 'unknown' });
  }
  return { plans, leftOut, ignored };
}
