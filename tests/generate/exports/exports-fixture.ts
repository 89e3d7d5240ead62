import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  PortalConfigSchema,
  type PortalConfig,
  type PortalConfigInput,
} from '#core/schemas/portal-config.ts';
import { readExports, type ExportsRead } from '#generate/exports/read-exports.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { silentProgress } from '#generate/progress.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';

/** A valid config of a small British shop; tests change one thing. */
export function shopConfig(change: Partial<PortalConfigInput> = {}): PortalConfig {
  return PortalConfigSchema.parse({
    dataset: 'test-shop',
    company: { name: 'Test Shop' },
    currency: 'GBP',
    timeZone: 'Europe/London',
    ...change,
  });
}

/** A folder with the given files; removed when the test ends. */
export async function exportsFolder(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'exports-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Reads a folder and leaves the engine open for queries until the test ends. */
export async function readFolder(
  directory: string,
  config: PortalConfig = shopConfig(),
  warnings: string[] = [],
): Promise<ExportsRead & { engine: Engine }> {
  const engine = await openEngine();
  onTestFinished(() => engine.close());
  const progress = { ...silentProgress, warn: (message: string) => warnings.push(message) };
  const read = await readExports({ directory, config, secret: 'a secret', engine, progress });
  return { ...read, engine };
}

export async function readFiles(
  files: Record<string, string | Uint8Array>,
  config: PortalConfig = shopConfig(),
  warnings: string[] = [],
): Promise<ExportsRead & { engine: Engine }> {
  return readFolder(await exportsFolder(files), config, warnings);
}

/** The expected failure that the work ends with. */
export async function failure(work: Promise<unknown>): Promise<GenerateError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof GenerateError) return error;
  throw new Error('expected a GenerateError', { cause: error });
}

/** The header and one whole order of orders.csv. */
export const ORDERS_HEADER = 'order,placedAt,email,sku,title,quantity,unitPrice';

/** orders.csv with the given rows. */
export function ordersCsv(...rows: string[]): string {
  return `${[ORDERS_HEADER, ...rows].join('\n')}\n`;
}
