import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';
import { loadConfig } from '#generate/load-config.ts';
import { silentProgress } from '#generate/progress.ts';
import { terminalProgress } from '#generate/terminal-progress.ts';
import { writeSample } from '#sample/write-sample.ts';
import { BenchResult } from './bench/bench-result.ts';
import { benchBuilds, formatBuilds } from './bench/builds.ts';
import { benchFirstVisits, formatFirstVisits, pagesToVisit } from './bench/first-visits.ts';
import { benchLighthouse, formatLighthouse, pagesOfTemplates } from './bench/lighthouse.ts';
import { formatMeasurements, measure } from './bench/measure.ts';
import { benchLargeExports, formatLargeExports } from './bench/large-exports.ts';
import { benchPortraits, formatPortraits } from './bench/portraits.ts';
import { benchReading } from './bench/reading-exports.ts';
import { benchSearch, formatSearch } from './bench/search.ts';
import { configFile, outDirectory } from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { runGenerate } from './run-generate.ts';
import { buildSite } from './site/build-site.ts';

await runCommand(
  {
    name: 'npm run bench',
    purpose:
      'Measures reading, generate and build on the sample retailer; compares lines of one run only.',
    options: {
      'no-build': { type: 'boolean', meaning: 'Leave out building the site' },
      lines: {
        type: 'string',
        placeholder: 'LIST',
        meaning: 'Sizes of the large order exports (default 1000000,10000000; 0: none)',
      },
      orders: {
        type: 'string',
        placeholder: 'LIST',
        meaning: 'Numbers of orders for Portraits (default 1000000,10000000; 0: none)',
      },
      learnings: {
        type: 'string',
        placeholder: 'LIST',
        meaning: 'Numbers of invented learnings to search (default 1000,10000; 0: none)',
      },
      only: {
        type: 'string',
        placeholder: 'STEP',
        meaning:
          'Measure one thing alone: search, builds; visits or lighthouse of the site built last',
      },
      builds: {
        type: 'string',
        placeholder: 'LIST',
        meaning: 'Numbers of invented learnings to build, beside Starlight (default 1000; 0: none)',
      },
      'no-pandas': { type: 'boolean', meaning: 'Leave out the comparison with pandas' },
    },
    examples: ['npm run bench', 'npm run bench -- --no-build --lines 1000000 --orders 0'],
  },
  async ({ values }) => {
    const lines = sizesOf('lines', values.lines ?? '1000000,10000000');
    const orders = sizesOf('orders', values.orders ?? '1000000,10000000');
    const learnings = sizesOf('learnings', values.learnings ?? '1000,10000');
    const built = sizesOf('builds', values.builds ?? '1000');
    if (values.only !== undefined) {
      console.log(`\n${await measuredAlone(values.only, { learnings, built })}`);
      return undefined;
    }
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const result = new BenchResult();
    const hasBuild = values['no-build'] !== true;
    try {
      await benchSample(folder, result, hasBuild);
      result.large = await benchLargeExports(folder, lines, terminalProgress());
      result.show(result.large, formatLargeExports);
      result.search = await benchSearch(learnings);
      result.show(result.search, formatSearch);
      if (hasBuild) result.builds = await benchBuilds(built);
      result.show(result.builds, formatBuilds);
      const withPandas = values['no-pandas'] !== true;
      for (const size of orders) {
        result.portraits.push(
          await benchPortraits(folder, size, terminalProgress(), { withPandas }),
        );
        result.keep();
      }
      result.show(result.portraits, formatPortraits);
      console.log(`\nWrote ${relative(process.cwd(), result.file)}`);
      return undefined;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

/** Reading the sample retailer, generating its content and, if asked for, building and visiting its site. */
async function benchSample(folder: string, result: BenchResult, hasBuild: boolean): Promise<void> {
  const exports = join(folder, 'exports');
  const content = join(folder, 'content');
  const config = configFile();
  const { files } = await writeSample(exports);
  result.rows = files.reduce((sum, { rows }) => sum + rows, 0);
  const paths = files.map(({ path }) => path);
  const all = await benchReading(exports, paths, await loadConfig(config));
  const generating = async () => {
    await runGenerate({ exports, content, config }, silentProgress);
  };
  all.push(await measure('generate, first', 1, generating, 'reading exports'));
  all.push(await measure('generate, nothing new', 1, generating, 'reading exports'));
  if (hasBuild) {
    const out = join(folder, 'dist');
    const building = () => buildSite({ content, config, out });
    all.push(await measure('build', 1, building, 'generate, first'));
    result.visits = await benchFirstVisits(out, pagesToVisit(out));
    result.lighthouse = await benchLighthouse(out, pagesOfTemplates(out));
  }
  result.measurements = all;
  result.show(all, formatMeasurements);
  result.show(result.visits, formatFirstVisits);
  result.show(result.lighthouse, formatLighthouse);
}

async function measuredAlone(
  step: string,
  { learnings, built }: { learnings: number[]; built: number[] },
): Promise<string> {
  if (step === 'builds') return formatBuilds(await benchBuilds(built));
  if (step === 'search') return formatSearch(await benchSearch(learnings));
  if (step === 'visits') {
    const site = outDirectory();
    return formatFirstVisits(await benchFirstVisits(site, pagesToVisit(site)));
  }
  if (step === 'lighthouse') {
    const site = outDirectory();
    return formatLighthouse(await benchLighthouse(site, pagesOfTemplates(site)));
  }
  throw new GenerateError(
    'call/unknown-step',
    `Cannot measure "${step}" alone: there is no such step; expected search, builds, visits or lighthouse`,
    'Without --only everything is measured',
  );
}

function sizesOf(option: string, list: string): number[] {
  const sizes = list.split(',').map((text) => Number(text.trim().replaceAll('_', '')));
  if (sizes.every((size) => Number.isInteger(size) && size >= 0))
    return sizes.filter((size) => size > 0);
  throw new GenerateError(
    'call/wrong-sizes',
    `Cannot use --${option} "${list}": it is no list of whole numbers; expected for example 1000000,10000000`,
    'Write the sizes with commas between them; 0 leaves that part out',
  );
}
