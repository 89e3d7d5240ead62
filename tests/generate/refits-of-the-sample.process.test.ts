import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SegmentationSchema, type Segmentation } from '#core/schemas/segmentation.ts';
import { writeSample } from '#sample/write-sample.ts';
import { callGenerate } from './call-generate.ts';
import { expectExplained } from './explained-changes.ts';
import { temporaryFolder } from './temporary-folder.ts';

const QUARTERS = ['2026-04-30', '2026-07-31', '2026-10-31'];

/** What Portraits are made of; the other exports would be read three times for nothing. */
const READ = ['amazon', 'products.csv', 'returns.csv', 'shopify'];
const CONFIG = join(import.meta.dirname, 'refit-sample.config.ts');

/**
 * Three fits of all customers of the sample, most of its time k-means: a minute and a half of one core. `REFIT_QUARTERS=1`
 * runs it; REFIT_QUARTERS_REPORT keeps what came out.
 */
test.runIf(process.env['REFIT_QUARTERS'])(
  'generate --refit at three successive quarters of the sample keeps names and explains every change',
  { timeout: 1_800_000 },
  async () => {
    const folder = temporaryFolder();
    const exports = join(folder, 'exports');
    await writeSample(exports);
    for (const name of readdirSync(exports).filter((one) => !READ.includes(one))) {
      rmSync(join(exports, name), { recursive: true });
    }
    let before: Segmentation | null = null;
    const told: unknown[] = [];
    for (const asOf of QUARTERS) {
      const { code, errors } = await callGenerate([
        ...['--exports', exports, '--content', join(folder, 'content'), '--config', CONFIG],
        ...['--as-of', asOf, '--refit', '--json'],
      ]);
      expect(code === 0 ? '' : errors).toBe('');
      const after = SegmentationSchema.parse(
        JSON.parse(readFileSync(join(folder, 'content/personas/segmentation.json'), 'utf8')),
      );
      expectExplained(before, after);
      told.push({
        asOf,
        groups: after.certificate?.personas.map(({ id, jaccard }) => `${id} ${jaccard}`),
        drift: after.drift,
        movement: after.movement,
        lineage: after.lineage,
      });
      before = after;
    }
    const report = process.env['REFIT_QUARTERS_REPORT'];
    if (report) {
      mkdirSync(report, { recursive: true });
      writeFileSync(join(report, 'refits.json'), JSON.stringify(told, null, 2));
    }
  },
);
