import { expect, test } from 'vitest';
import { runMeasured } from '#scripts/bench/run-measured.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('runMeasured() measures a command with what it starts', async () => {
  const busy = `
    const kept = Buffer.alloc(120_000_000, 1);
    const until = Date.now() + 400;
    while (Date.now() < until);
    process.exitCode = kept[0] - 1;`;
  const outer = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(busy)}])`;
  const cost = await runMeasured(process.execPath, ['-e', outer], { cwd: temporaryFolder() });
  expect(cost.seconds).toBeGreaterThan(0.4);
  if (process.platform !== 'linux') return;
  expect(cost.peakMegabytes).toBeGreaterThan(120);
  expect(cost.processorSeconds).toBeGreaterThan(0.05);
});

test('runMeasured() fails with what the command said', async () => {
  await expect(
    runMeasured(process.execPath, ['-e', 'console.error("no such thing"); process.exit(3)'], {
      cwd: temporaryFolder(),
    }),
  ).rejects.toThrow(/failed\nno such thing/);
});
