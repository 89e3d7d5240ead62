import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '#scripts/cli/places.ts';
import type { BuildCost } from './builds.ts';
import type { FirstVisit } from './first-visits.ts';
import type { LargeExport } from './large-exports.ts';
import type { LighthouseScore } from './lighthouse.ts';
import type { Measurement } from './measure.ts';
import type { PortraitCost } from './portraits.ts';
import type { SearchCost } from './search.ts';

/** What a run of the benchmarks has measured, kept after every step: a run that is broken off keeps what it has. */
export class BenchResult {
  readonly date = new Date().toISOString();
  readonly node = process.version;
  readonly processors = availableParallelism();
  /** Of the sample's exports. */
  rows = 0;
  measurements: Measurement[] = [];
  visits: FirstVisit[] = [];
  lighthouse: LighthouseScore[] = [];
  large: LargeExport[] = [];
  portraits: PortraitCost[] = [];
  search: SearchCost[] = [];
  builds: BuildCost[] = [];

  /** Where it is kept. */
  get file(): string {
    const name = this.date.slice(0, 19).replaceAll(':', '-');
    return join(REPOSITORY, 'bench/results', `${name}.json`);
  }

  keep(): void {
    mkdirSync(join(REPOSITORY, 'bench/results'), { recursive: true });
    writeFileSync(this.file, `${JSON.stringify(this, null, 2)}\n`);
  }

  /** Keeps all that is known, and prints what a step has measured; nothing of one that was left out. */
  show<Cost>(costs: Cost[], format: (costs: Cost[]) => string): void {
    this.keep();
    if (costs.length > 0) console.log(`\n${format(costs)}`);
  }
}
