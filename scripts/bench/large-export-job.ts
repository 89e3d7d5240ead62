import { dirname } from 'node:path';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import { readExports } from '#generate/exports/read-exports.ts';
import { silentProgress } from '#generate/progress.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { addUpShopifyOrders, scanShopifyLines } from './shopify-scan.ts';
import { writeShopifyLines } from './shopify-lines.ts';
import { showStatementCosts, withStatementCosts } from './statement-costs.ts';

/** One job of the benchmark of large exports, in a process of its own so that its peak of memory is its own. */
const [job, file = '', lines = '0'] = process.argv.slice(2);
const engine = await openEngine();
const start = performance.now();
switch (job) {
  case 'write':
    await writeShopifyLines(engine, Number(lines), file);
    break;
  case 'scan':
    await scanShopifyLines(engine, file);
    break;
  case 'add-up':
    await addUpShopifyOrders(engine, file);
    break;
  case 'read': {
    const config = PortalConfigSchema.parse({
      dataset: 'benchmark',
      company: { name: 'Benchmark' },
      currency: 'USD',
      timeZone: 'America/New_York',
    });
    const directory = dirname(file);
    const noted = withStatementCosts(engine);
    const { files } = await readExports({
      directory,
      config,
      secret: 'benchmark',
      engine: noted.engine,
      progress: silentProgress,
    });
    showStatementCosts(noted.costs);
    const used = files[0]?.rows.used;
    if (used !== Number(lines)) throw new Error(`Read ${String(used)} rows of ${lines}`);
    break;
  }
  default:
    throw new Error(`Unknown job "${String(job)}"`);
}
const seconds = (performance.now() - start) / 1000;
engine.close();
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1024,
  }),
);
