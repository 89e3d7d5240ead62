/** One thing that is checked, under a heading of its own. */
export interface CheckStep {
  /** "Import rules". */
  title: string;
  /** Prints what is wrong; returns how many of its checks passed, failed and were skipped. */
  run(): Promise<CheckCount>;
}

export interface CheckCount {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs the steps one after the other, each under its heading; one that throws has failed. */
export async function runSteps(steps: CheckStep[]): Promise<CheckCount> {
  const total: CheckCount = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) {
    console.log(`\n── ${step.title} ${'─'.repeat(Math.max(3, 60 - step.title.length))}`);
    const start = performance.now();
    const count = await step.run().catch((error: unknown) => {
      console.error(error);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${count.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  }
  return total;
}

/** The line that every run of checks ends with. */
export function formatCount({ passed, failed, skipped }: CheckCount): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
