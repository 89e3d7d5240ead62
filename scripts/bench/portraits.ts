import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Progress } from '#generate/progress.ts';
import { REPOSITORY } from '../cli/places.ts';
import { runJob } from './run-job.ts';

/** What one job took; reading the file is apart where the job keeps it apart. */
interface JobCost {
  seconds: number;
  readingSeconds: number;
  peakMegabytes: number;
}

/** From a file of orders to the facts of Portraits, and what it is compared with. */
export interface PortraitCost {
  orders: number;
  megabytes: number;
  scan: JobCost;
  aggregate: JobCost;
  /** The KPIs of the same orders. */
  kpis: JobCost;
  /** Without a stored model: the fit with its quality checks, and all of `portraits`. */
  fit: JobCost;
  /** With a stored model: features, assignment and facts. */
  portraits: JobCost;
  /** Null where it was left out, or Python has no pandas or scikit-learn. */
  pandas: JobCost | null;
}

/** Each job in a process of its own, one after the other on the same file. */
export async function benchPortraits(
  folder: string,
  orders: number,
  progress: Progress,
  { withPandas }: { withPandas: boolean },
): Promise<PortraitCost> {
  const exports = join(folder, `orders-${String(orders)}`);
  const content = join(folder, `portraits-${String(orders)}`);
  const file = join(exports, 'orders.csv');
  mkdirSync(exports, { recursive: true });
  const run = (job: string, what: string): Promise<JobCost> => {
    progress.step(`${what} ${orders.toLocaleString('en')} orders`);
    return runJob<JobCost>('portrait-job.ts', [job, file, String(orders), content]);
  };
  await run('write', 'Writing');
  const cost: PortraitCost = {
    orders,
    megabytes: statSync(file).size / 1e6,
    scan: await run('scan', 'Scanning'),
    aggregate: await run('aggregate', 'Aggregating'),
    kpis: await run('kpis', 'Computing KPIs of'),
    fit: await run('portraits', 'Fitting Portraits to'),
    portraits: await run('portraits', 'Assigning Portraits to'),
    pandas: withPandas ? await runPandas(file, progress) : null,
  };
  rmSync(exports, { recursive: true });
  rmSync(content, { recursive: true });
  return cost;
}

async function runPandas(file: string, progress: Progress): Promise<JobCost | null> {
  const script = join(REPOSITORY, 'bench/portraits_with_pandas.py');
  progress.step('The same with pandas and scikit-learn');
  // The first Python that has both; the system's own may not be the first on the path.
  for (const python of ['python3', '/usr/bin/python3']) {
    const run = (words: string[]) => promisify(execFile)(python, words, { maxBuffer: 1e7 });
    const found = await run(['-c', 'import pandas, sklearn']).catch(() => null);
    if (found) return JSON.parse((await run([script, file])).stdout) as JobCost;
  }
  progress.warn('Python has no pandas or scikit-learn; the comparison is left out');
  return null;
}

/** A Markdown table, as docs/performance.md holds it. */
export function formatPortraits(results: PortraitCost[]): string {
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  const rows = results.map(({ orders, megabytes, scan, aggregate, kpis, fit, portraits, pandas }) =>
    [
      orders.toLocaleString('en'),
      `${megabytes.toFixed(0)} MB`,
      seconds(scan.seconds),
      seconds(aggregate.seconds),
      seconds(portraits.readingSeconds),
      seconds(kpis.seconds),
      seconds(portraits.seconds),
      `${(portraits.seconds / aggregate.seconds).toFixed(1)} ×`,
      pandas === null ? '–' : seconds(pandas.seconds),
      pandas === null ? '–' : `${(pandas.seconds / portraits.seconds).toFixed(1)} ×`,
      seconds(fit.seconds),
      `${portraits.peakMegabytes.toFixed(0)} MB`,
    ].join(' | '),
  );
  return [
    '| orders | file | bare scan | bare features | reading | KPIs | Portraits | to bare features | pandas | pandas to Portraits | with a new fit | peak memory |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
