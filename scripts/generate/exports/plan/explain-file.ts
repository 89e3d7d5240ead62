import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { attempt } from '#generate/attempt.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { scratchFolder } from '#generate/scratch-folder.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { createZone } from '../cells/zone-offsets.ts';
import { isSystemFile } from '../unpack/system-files.ts';
import { listedFile } from '../unpack/export-file.ts';
import { unpackContext } from '../unpack/unpack-context.ts';
import { unpackFile } from '../unpack/unpack-file.ts';
import { explainCells, type RowExplanation } from './explain-cells.ts';
import { explainHeader, IGNORED, isIgnored } from './explain-header.ts';
import { unread, whyStopped, type FileExplanation } from './file-explanation.ts';
import { LEFT_OUT_REASONS } from './left-out-files.ts';

const SYSTEM =
  'The system or an open spreadsheet program put it there; it is left out without a word';

/**
 * Explains how `generate` would read a file: of an archive or workbook each member or sheet, or the one that is named
 * behind its path ("orders.zip/orders.csv").
 *
 * @throws GenerateError for a file that is not there or that this user may not read
 */
export async function explainFiles(path: string, config: PortalConfig): Promise<FileExplanation[]> {
  const container = await outermostFile(path);
  const found = await lstat(container).catch(() => null);
  if (found?.isSymbolicLink() === true) return [unread(path, LEFT_OUT_REASONS.link)];
  if (isSystemFile(container)) return [unread(path, SYSTEM)];
  if (isIgnored(container, config)) return [unread(path, IGNORED)];
  const scratch = scratchFolder('explain-');
  let engine: Promise<Engine> | undefined;
  const context = unpackContext(scratch.path, () => (engine ??= openReader(config)));
  try {
    const files = await attempt(() => unpackFile(listedFile(container, container), context));
    if (files instanceof GenerateError) {
      if (files.code === 'export/unreadable-file') throw files;
      return [unread(path, whyStopped(files))];
    }
    const named = files.filter((file) => file.path === path || file.path.startsWith(`${path}/`));
    const explained: FileExplanation[] = [];
    for (const file of named) {
      const { explanation, plan } = await explainHeader(file, config);
      if (plan === null) explained.push(explanation);
      else
        explained.push(
          withRows(
            explanation,
            await explainCells(await context.engine(), config, plan, scratch.path),
          ),
        );
    }
    return explained.length > 0
      ? explained
      : [unread(path, 'There is no such file in the archive')];
  } finally {
    (await engine)?.close();
    scratch.remove();
  }
}

async function openReader(config: PortalConfig): Promise<Engine> {
  const engine = await openEngine();
  await createZone(engine, config.timeZone);
  return engine;
}

/** The path itself, or the archive on the way to it. */
async function outermostFile(path: string): Promise<string> {
  for (let part = path; part !== dirname(part); part = dirname(part)) {
    const found = await lstat(part).catch(() => null);
    if (found !== null) return found.isDirectory() ? path : part;
  }
  return path;
}

function withRows(explanation: FileExplanation, { cells, stops }: RowExplanation): FileExplanation {
  const why = stops === null ? '' : `. But ${whyStopped(stops)}`;
  return { ...explanation, cells, why: explanation.why + why };
}
