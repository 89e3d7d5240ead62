import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generate } from '#generate/generate.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { GenerateReport } from '#generate/generate-report.ts';
import { silentProgress } from '#generate/progress.ts';
import { anyContent, anyName, AROUND, CSV } from './exports/any-file.ts';
import { ordersCsv, shopConfig } from './exports/exports-fixture.ts';
import { folderTexts } from './temporary-folder.ts';

/** `FUZZ_CASES=200 npx vitest run --project unit tests/generate/generate-fuzz.test.ts` is the long run. */
const CASES = Number(process.env.FUZZ_CASES ?? 20);
/** Besides, a second run must find nothing to do. */
const IS_LONG_RUN = process.env.FUZZ_CASES !== undefined;
const SECONDS_PER_CASE = 20;

const EXPORTS = {
  'products.csv': 'sku,title,category\nS1,Mug,Kitchen\nS2,Cup,Kitchen\n',
  'shop/orders-winter.csv': ordersCsv(
    'B1,2025-12-30,ann@example.com,S1,Mug,1,10.00',
    'B2,2026-01-04,bob@example.com,S2,Cup,2,4.50',
  ),
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'generate-fuzz-'));
  for (const [path, text] of Object.entries(EXPORTS)) {
    mkdirSync(dirname(join(folder, 'exports', path)), { recursive: true });
    writeFileSync(join(folder, 'exports', path), text);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(check: boolean): Promise<GenerateReport> {
  return generate({
    exportsDirectory: join(folder, 'exports'),
    contentDirectory: join(folder, 'content'),
    stateDirectory: join(folder, 'state'),
    config: shopConfig({ privacy: { floor: 1 } }),
    check,
    refit: false,
    progress: silentProgress,
  });
}

const content = anyContent(() => AROUND.map((around) => around(Buffer.from(CSV))));

it(
  'generate() leaves content/ byte for byte as it was when a file cannot be read, and whole when all can',
  async () => {
    await run(false);
    const places = readdirSync(folder).sort();
    const outcomes = { failed: 0, read: 0 };
    await fc.assert(
      fc.asyncProperty(anyName, content, async (name, bytes) => {
        const before = folderTexts(join(folder, 'content'));
        const file = join(folder, 'exports', name);
        writeFileSync(file, bytes);
        try {
          const report = await run(false);
          outcomes.read += 1;
          expectWhole(report);
          if (IS_LONG_RUN) await expectNothingToDo();
        } catch (error) {
          if (!(error instanceof GenerateError)) throw error;
          outcomes.failed += 1;
          expect(folderTexts(join(folder, 'content'))).toEqual(before);
        } finally {
          rmSync(file);
        }
        expect(readdirSync(folder).sort()).toEqual(places);
      }),
      { numRuns: CASES },
    );
    if (CASES >= 20) expect(Math.min(outcomes.failed, outcomes.read)).toBeGreaterThan(0);

    // The shop is none the worse for it.
    expect((await run(false)).totals.orders).toBe(2);
  },
  CASES * SECONDS_PER_CASE * 1000,
);

async function expectNothingToDo(): Promise<void> {
  const { changes } = await run(true);
  expect(changes.filter(({ change }) => change !== 'unchanged')).toEqual([]);
}

/** Every file that the run has planned is there, and every JSON file can be read. */
function expectWhole(report: GenerateReport): void {
  const texts = folderTexts(join(folder, 'content'));
  for (const { path, change } of report.changes) {
    if (change === 'created' || change === 'updated') expect(Object.keys(texts)).toContain(path);
  }
  for (const [path, text] of Object.entries(texts)) {
    if (path.endsWith('.json')) expect(() => JSON.parse(text) as unknown, path).not.toThrow();
  }
}
