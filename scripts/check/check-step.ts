/** One thing that is checked, under a heading of its own. */
export interface CheckStep {
  /** "Import rules". */
  title: string;
  /** Returns how many of its checks passed, failed and were skipped, and what to say about them. */
  run(): Promise<CheckCount & { output: string }>;
}

export interface CheckCount {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs the steps two at a time, and prints what each has to say under its heading when it ends. */
export async function runSteps(steps: CheckStep[]): Promise<CheckCount> {
  console.log(`Checking: ${steps.map(({ title }) => title.toLowerCase()).join(', ')}`);
  const counts: CheckCount[] = [];
  const waiting = [...steps];
  const runWaiting = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      counts.push(await runStep(step));
    }
  };
  await Promise.all([runWaiting(), runWaiting()]);
  return sumOf(counts);
}

/** One that throws has failed. */
async function runStep({ title, run }: CheckStep): Promise<CheckCount> {
  const start = performance.now();
  const { output, ...count } = await run().catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    output: String(error),
  }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  printHeading(title);
  if (output !== '') console.log(output.trimEnd());
  console.log(`${count.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return count;
}

/** "── Import rules ────────". */
export function printHeading(title: string): void {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(3, 60 - title.length))}`);
}

/** What several runs of checks come to. */
export function sumOf(counts: CheckCount[]): CheckCount {
  const total = (kind: keyof CheckCount) => counts.reduce((sum, count) => sum + count[kind], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** The line that every run of checks ends with. */
export function formatCount({ passed, failed, skipped }: CheckCount): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
