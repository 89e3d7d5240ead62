import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runTool } from '#scripts/cli/run-tool.ts';
import { printHeading, type CheckCount } from './check-step.ts';

/** What is read of vitest's report. */
const ReportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** Runs all tests, shown as they run: units, processes and the built site in a real browser. */
export async function runTests(): Promise<CheckCount> {
  printHeading('Tests');
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  const report = join(folder, 'report.json');
  try {
    const exitCode = await runTool('vitest/vitest.mjs', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    return countReport(existsSync(report) ? readFileSync(report, 'utf8') : null, exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Counts what really ran. A file that could not be loaded, a run without a report or without a test, and an exit
 * code that no failed test explains each count as one failure: silence never passes.
 */
export function countReport(text: string | null, exitCode: number): CheckCount {
  const failure: CheckCount = { passed: 0, failed: 1, skipped: 0 };
  if (text === null) return failure;
  const { testResults } = ReportSchema.parse(JSON.parse(text));
  const statuses = testResults.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === 'passed').length;
  const failedTests = statuses.filter((status) => status === 'failed').length;
  const brokenFiles = testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const failed = failedTests + brokenFiles;
  const isSilent = passed + failed === 0 || (exitCode !== 0 && failed === 0);
  return {
    passed,
    failed: failed + (isSilent ? 1 : 0),
    skipped: statuses.length - passed - failedTests,
  };
}
