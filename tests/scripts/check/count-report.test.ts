import { describe, expect, test } from 'vitest';
import { formatCount } from '#scripts/check/check-step.ts';
import { countReport } from '#scripts/check/run-tests.ts';

function report(...files: [status: string, ...tests: string[]][]): string {
  return JSON.stringify({
    testResults: files.map(([status, ...tests]) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })),
  });
}

describe('countReport()', () => {
  test.each([
    ['counts what ran', report(['passed', 'passed', 'passed', 'skipped']), 0, [2, 0, 1]],
    ['counts failures', report(['failed', 'passed', 'failed']), 1, [1, 1, 0]],
    [
      'counts a file that could not be loaded',
      report(['passed', 'passed'], ['failed']),
      1,
      [1, 1, 0],
    ],
    ['fails without a test', report(), 0, [0, 1, 0]],
    ['fails when all are skipped', report(['passed', 'skipped']), 0, [0, 1, 1]],
    ['fails when only the exit code says so', report(['passed', 'passed']), 1, [1, 1, 0]],
    ['fails without a report', null, 0, [0, 1, 0]],
  ])('%s', (_, text, exitCode, [passed, failed, skipped]) => {
    expect(countReport(text, exitCode)).toEqual({ passed, failed, skipped });
  });
});

describe('formatCount()', () => {
  test('mentions skipped ones only where there are any', () => {
    expect(formatCount({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(formatCount({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });
});
