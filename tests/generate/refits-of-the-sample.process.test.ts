import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SegmentationSchema, type Segmentation } from '#core/schemas/segmentation.ts';
import { writeSample } from '#sample/write-sample.ts';
import { callGenerate } from './call-generate.ts';
import { expectExplained } from './explained-changes.ts';
import { temporaryFolder } from './temporary-folder.ts';

const QUARTERS = ['2026-04-30', '2026-07-31', '2026-10-31'];

/** Three fits of the whole sample: minutes. `REFIT_QUARTERS=1` runs it; REFIT_QUARTERS_REPORT keeps what came out. */
test.runIf(process.env['REFIT_QUARTERS'])(
  'generate --refit at three successive quarters of the sample keeps names and explains every change',
  { timeout: 1_800_000 },
  async () => {
    const folder = temporaryFolder();
    await writeSample(join(folder, 'exports'));
    let before: Segmentation | null = null;
    const told: unknown[] = [];
    for (const asOf of QUARTERS) {
      const { code, errors } = await callGenerate([
        ...['--exports', join(folder, 'exports'), '--content', join(folder, 'content')],
        ...['--as-of', asOf, '--refit', '--json'],
      ]);
      expect(errors === '' || code === 0 ? '' : errors).toBe('');
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
