import { join } from 'node:path';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { attempt } from '#generate/attempt.ts';
import { GenerateError, severalErrors } from '#generate/generate-error.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { compileSource } from './compile-source.ts';
import { planCustomerTable } from './plan-customer-table.ts';
import type { FilePlan } from './file-plan.ts';
import { customerTableHint } from './customer-table-hint.ts';
import { whyUnknown, type LeftOutFile } from './left-out-files.ts';
import { matchesAny, type FolderListing } from './list-files.ts';
import { planFile, whyNotNeeded } from './plan-file.ts';
import { readFileHead } from './sniff-file.ts';
import { isNamedBy, listedFile, type ExportFile } from '../unpack/export-file.ts';
import { unpackContext } from '../unpack/unpack-context.ts';
import { unpackFile } from '../unpack/unpack-file.ts';

export interface FolderPlan {
  plans: FilePlan[];
  leftOut: LeftOutFile[];
  /** Paths that the config wants to hear nothing of. */
  ignored: string[];
  /** Sources of the config that name no file. */
  idleSources: PortalConfig['sources'];
}

/**
 * Unpacks what is no plain text and decides for each file how it is read; a mapping of the config comes before what the
 * header looks like.
 *
 * @param scratch folder for what is unpacked; the plans refer to it
 * @throws GenerateError that names every file which is meant to be an export and cannot be read as one
 */
export async function planFolder(
  directory: string,
  { files: paths, links }: FolderListing,
  config: PortalConfig,
  engine: Engine,
  scratch: string,
): Promise<FolderPlan> {
  const mappings = [...config.sources, ...(config.customerTable ? [config.customerTable] : [])];
  const isMapped = (path: string): boolean => mappings.some(({ files }) => matchesAny(path, files));
  const isIgnored = (path: string): boolean =>
    matchesAny(path, config.ignoreFiles) && !isMapped(path);
  const context = unpackContext(scratch, () => Promise.resolve(engine), isIgnored);
  const plans: FilePlan[] = [];
  const leftOut = links
    .filter((path) => !matchesAny(path, config.ignoreFiles))
    .map((path): LeftOutFile => ({ path, why: 'link' }));
  const used = new Set<string>();
  const refused: GenerateError[] = [];
  for (const path of paths.filter((candidate) => !isIgnored(candidate))) {
    const unpacked = await attempt(() =>
      unpackFile(listedFile(path, join(directory, path)), context),
    );
    if (unpacked instanceof GenerateError) {
      refused.push(unpacked);
      continue;
    }
    for (const file of unpacked) {
      const planned = await attempt(() => planOne(file, config));
      for (const { name, files } of config.sources) if (isNamedBy(file, files)) used.add(name);
      if (planned instanceof GenerateError) refused.push(planned);
      else if (Array.isArray(planned)) plans.push(...planned);
      else leftOut.push(planned);
    }
  }
  if (refused.length > 0) throw severalErrors(refused);
  const ignored = [
    ...links.filter((path) => matchesAny(path, config.ignoreFiles)),
    ...paths.filter(isIgnored),
  ];
  const idleSources = config.sources.filter(({ name }) => !used.has(name));
  return { plans, leftOut, ignored, idleSources };
}

/** Each way in which the file is read, or why it is not. */
async function planOne(file: ExportFile, config: PortalConfig): Promise<FilePlan[] | LeftOutFile> {
  const { path, origin } = file;
  if (file.leftOut !== null) return { path, why: file.leftOut };
  const head = await readFileHead(file);
  const { customerTable } = config;
  if (customerTable !== undefined && isNamedBy(file, customerTable.files))
    return [{ ...planCustomerTable(head, customerTable), origin }];
  const mapped = config.sources.filter(({ files }) => isNamedBy(file, files));
  if (mapped.length > 0)
    return mapped.map((source) => ({ ...compileSource(head, source), origin }));
  const plan = planFile(head, config);
  if (plan !== null) return [{ ...plan, origin }];
  const reason = whyNotNeeded(head);
  if (reason !== null) return { path, why: 'not-needed', reason };
  if (head.encoding === null) return { path, why: 'no-text' };
  return { path, why: 'unknown', reason: whyUnknown(customerTableHint(head)) };
}
