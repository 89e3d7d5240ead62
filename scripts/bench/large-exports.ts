import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '#generate/progress.ts';
import { runJob } from './run-job.ts';

/** What one job took. */
interface JobCost {
  seconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
}

/** Reading an order export of so many lines, and what the engine alone does with the same file. */
export interface LargeExport {
  lines: number;
  megabytes: number;
  scan: JobCost;
  /** A scan that adds the same columns up by order; null where the engine's memory has no room for it. */
  addUp: JobCost | null;
  read: JobCost;
}

/** Writes order exports in Shopify's format and reads each, one job after the other in a process of its own. */
export async function benchLargeExports(
  folder: string,
  sizes: number[],
  progress: Progress,
): Promise<LargeExport[]> {
  const results: LargeExport[] = [];
  const run = (job: string, file: string, lines: number) =>
    runJob<JobCost>('large-export-job.ts', [job, file, String(lines)]);
  for (const lines of sizes) {
    const exports = join(folder, String(lines));
    const file = join(exports, 'orders_export.csv');
    mkdirSync(exports, { recursive: true });
    const named = lines.toLocaleString('en');
    progress.step(`Writing ${named} order lines`);
    await run('write', file, lines);
    progress.step(`Scanning ${named} order lines`);
    const scan = await run('scan', file, lines);
    progress.step(`Adding up ${named} order lines by order`);
    const addUp = await run('add-up', file, lines).catch((error: unknown) => {
      if (String(error).includes('Out of Memory')) return null;
      throw error;
    });
    progress.step(`Reading ${named} order lines`);
    const read = await run('read', file, lines);
    results.push({ lines, megabytes: statSync(file).size / 1e6, scan, addUp, read });
    rmSync(exports, { recursive: true });
  }
  return results;
}

/** A Markdown table, as docs/performance.md holds it. */
export function formatLargeExports(results: LargeExport[]): string {
  const rows = results.map(({ lines, megabytes, scan, addUp, read }) =>
    [
      lines.toLocaleString('en'),
      `${megabytes.toFixed(0)} MB`,
      `${scan.seconds.toFixed(1)} s`,
      `${read.seconds.toFixed(1)} s`,
      `${(read.seconds / scan.seconds).toFixed(1)} ×`,
      `${(read.cpuSeconds / scan.cpuSeconds).toFixed(1)} ×`,
      addUp === null ? 'no room' : `${addUp.seconds.toFixed(1)} s`,
      addUp === null ? '–' : `${(read.seconds / addUp.seconds).toFixed(1)} ×`,
      `${scan.peakMegabytes.toFixed(0)} MB`,
      `${read.peakMegabytes.toFixed(0)} MB`,
    ].join(' | '),
  );
  return [
    '| lines | file | bare scan | reading | ratio | ratio of processor time | added up by order | ratio to that | peak memory, scan | peak memory, reading |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
