import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import { assembleKpis } from '#generate/content/kpis.ts';
import { assemblePersonas } from '#generate/content/personas.ts';
import { readPresentContent } from '#generate/content/read-present-content.ts';
import { readExports } from '#generate/exports/read-exports.ts';
import type { GenerateContext } from '#generate/generate-context.ts';
import { silentProgress } from '#generate/progress.ts';
import { applyAsOf, resolveAsOf } from '#generate/warehouse/as-of.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { createOrderSums } from '#generate/warehouse/order-sums.ts';
import { orderPeriod } from '#generate/warehouse/order-period.ts';
import { writePortraitOrders } from './portrait-orders.ts';
import { aggregateFeatures, scanOrders } from './portrait-scan.ts';
import { showStatementCosts, withStatementCosts } from './statement-costs.ts';

/** One job of the benchmark of Portraits, in a process of its own so that its peak of memory is its own. */
const [job, file = '', orders = '0', content = ''] = process.argv.slice(2);
const { engine, costs } = withStatementCosts(await openEngine());
let start = performance.now();
let readingSeconds = 0;
switch (job) {
  case 'write':
    await writePortraitOrders(engine, Number(orders), file);
    break;
  case 'scan':
    await scanOrders(engine, file);
    break;
  case 'aggregate':
    await aggregateFeatures(engine, file);
    break;
  case 'kpis':
    await afterReading(assembleKpis);
    break;
  // With a model in the content folder: features, assignment and facts; without one it is fitted and written there.
  case 'portraits': {
    const { files } = await afterReading((context) => assemblePersonas(context, { refit: false }));
    for (const { path, text } of files) {
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(content, path), text);
    }
    break;
  }
  default:
    throw new Error(`Unknown job "${String(job)}"`);
}
const seconds = (performance.now() - start) / 1000;
engine.close();
console.log(
  JSON.stringify({ seconds, readingSeconds, peakMegabytes: process.resourceUsage().maxRSS / 1024 }),
);

/** Reads the orders, and begins to count anew for what is made of them. */
async function afterReading<Result>(
  work: (context: GenerateContext) => Promise<Result>,
): Promise<Result> {
  const config = PortalConfigSchema.parse({
    dataset: 'benchmark',
    company: { name: 'Benchmark' },
    currency: 'USD',
    timeZone: 'Etc/UTC',
  });
  const { sources } = await readExports({
    directory: dirname(file),
    config,
    secret: 'benchmark',
    engine,
    progress: silentProgress,
  });
  const asOf = await resolveAsOf(engine, undefined);
  await applyAsOf(engine, asOf, config.timeZone);
  // Of the totals, which come first in a run.
  await createOrderSums(engine);
  const period = await orderPeriod(engine);
  const present = readPresentContent(content);
  readingSeconds = (performance.now() - start) / 1000;
  start = performance.now();
  const read = costs.length;
  const progress = silentProgress;
  const result = await work({ engine, config, asOf, period, sources, present, progress });
  showStatementCosts(costs.slice(read));
  return result;
}
