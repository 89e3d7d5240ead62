import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { runJob } from '#scripts/bench/run-job.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('runJob() shows the statements that a job lists, and reads what it took from its last line', async () => {
  const file = join(temporaryFolder(), 'orders_export.csv');
  await runJob('large-export-job.ts', ['write', file, '10']);
  vi.stubEnv('SHOW_STATEMENTS', '1');
  const shown = vi.spyOn(console, 'log').mockReturnValue(undefined);
  const cost = await runJob<{ seconds: number }>('large-export-job.ts', ['read', file, '10']);
  expect(cost.seconds).toBeGreaterThan(0);
  expect(shown.mock.calls.flat()).toContainEqual(expect.stringContaining(' s of processor time '));
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
