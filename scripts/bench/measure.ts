/** One line of the benchmark's table. */
export interface Measurement {
  name: string;
  seconds: number;
  /** The line that it is compared with, measured in the same run on the same machine. */
  comparedWith?: string;
}

/** The shortest of some runs: what else the machine did only ever adds. */
export async function measure(
  name: string,
  runs: number,
  work: () => Promise<void>,
  comparedWith?: string,
): Promise<Measurement> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push((performance.now() - start) / 1000);
  }
  return {
    name,
    seconds: Math.min(...times),
    ...(comparedWith === undefined ? {} : { comparedWith }),
  };
}

/** How many times as long as what it is compared with; null where it stands alone. */
export function ratioOf(measurement: Measurement, all: Measurement[]): number | null {
  const base = all.find(({ name }) => name === measurement.comparedWith);
  return base === undefined ? null : measurement.seconds / base.seconds;
}

export function formatMeasurements(all: Measurement[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  return all
    .map((measurement) => {
      const ratio = ratioOf(measurement, all);
      const times =
        ratio === null ? '' : `${ratio.toFixed(1).padStart(7)} × ${measurement.comparedWith ?? ''}`;
      return `${measurement.name.padEnd(width)}  ${measurement.seconds.toFixed(2).padStart(8)} s${times}`;
    })
    .join('\n');
}
