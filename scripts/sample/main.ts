import { parseArgs } from 'node:util';
import { GenerateError, formatGenerateError } from '#generate/generate-error.ts';
import { formatKindTable, formatSampleReport } from './sample-report.ts';
import { writeSample, type SampleOptions } from './write-sample.ts';

const HELP = `Write the sample retailer's exports: an invented outdoor and denim shop, four years, from a seed.

  npm run sample -- --to DIR [--seed N] [--customers N] [--newest YYYY-MM-DD] [--summary]

  --to DIR        folder for the exports; new, empty or holding an earlier sample.
                  What was planted is written beside it, as DIR.truth.json
  --seed N        another shop of the same kind; default 20261031
  --customers N   default 6500
  --newest DAY    day of the newest order; default 2026-10-31
  --summary       print how each planted kind of customer has bought, as a table
`;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<number> {
  try {
    const call = parseCall(argv);
    if (call === 'help') {
      console.log(HELP);
      return 0;
    }
    const summary = await writeSample(call.to, call.options);
    console.log(formatSampleReport(summary));
    if (call.summary) console.log(`\n${formatKindTable(summary.kinds)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof GenerateError)) {
      console.error(error);
      return 2;
    }
    console.error(formatGenerateError(error));
    return 1;
  }
}

function parseCall(
  argv: string[],
): 'help' | { to: string; options: SampleOptions; summary: boolean } {
  const values = parseFlags(argv);
  if (values.help === true) return 'help';
  if (values.to === undefined) throw wrongCall('--to is missing', 'the folder to write into');
  const options: SampleOptions = {};
  if (values.seed !== undefined) options.seed = wholeNumber('--seed', values.seed, 0);
  if (values.customers !== undefined) {
    options.customers = wholeNumber('--customers', values.customers, 1);
  }
  if (values.newest !== undefined) options.newest = calendarDay(values.newest);
  return { to: values.to, options, summary: values.summary === true };
}

function parseFlags(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: {
        to: { type: 'string' },
        seed: { type: 'string' },
        customers: { type: 'string' },
        newest: { type: 'string' },
        summary: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw wrongCall(found, 'the flags that --help lists');
  }
}

function wholeNumber(flag: string, text: string, least: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= least) return value;
  throw wrongCall(`${flag} is "${text}"`, `a whole number from ${String(least)} on`);
}

function calendarDay(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  if (exists) return text;
  throw wrongCall(`--newest is "${text}"`, 'a day such as "2026-10-31"');
}

function wrongCall(found: string, expected: string): GenerateError {
  return new GenerateError(
    'sample/wrong-call',
    `Cannot write the sample: ${found}; expected ${expected}`,
    'npm run sample -- --help',
  );
}
