import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { UNPACK_LIMITS, type UnpackLimits } from '#generate/exports/file-limits.ts';
import { listedFile, type ExportFile } from '#generate/exports/unpack/export-file.ts';
import { unpackContext } from '#generate/exports/unpack/unpack-context.ts';
import { unpackFile } from '#generate/exports/unpack/unpack-file.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';

export interface UnpackOptions {
  limits?: Partial<UnpackLimits>;
  isIgnored?: (path: string) => boolean;
}

/** A scratch folder that is removed when the test ends. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'unpack-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What a file is unpacked to. */
export async function unpackBytes(
  name: string,
  content: string | Uint8Array,
  { limits = {}, isIgnored }: UnpackOptions = {},
): Promise<ExportFile[]> {
  const folder = await scratchFolder();
  const absolute = join(folder, 'file');
  await writeFile(absolute, content);
  let engine: Promise<Engine> | undefined;
  const opened = (): Promise<Engine> => (engine ??= openEngine());
  onTestFinished(async () => (await engine)?.close());
  const context = unpackContext(folder, opened, isIgnored, { ...UNPACK_LIMITS, ...limits });
  return unpackFile(listedFile(name, absolute), context);
}

/** The same as path and text. */
export async function unpackTexts(
  name: string,
  content: string | Uint8Array,
  options: UnpackOptions = {},
): Promise<[string, string][]> {
  const files = await unpackBytes(name, content, options);
  return Promise.all(
    files.map(async ({ path, absolute }): Promise<[string, string]> => [
      path,
      await readFile(absolute, 'utf8'),
    ]),
  );
}
