import { requiredFlag } from '#scripts/cli/required-flag.ts';
import { runCommand } from '#scripts/cli/run-command.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { formatKindTable, formatSampleReport } from './sample-report.ts';
import { writeSample, type SampleOptions } from './write-sample.ts';

await runCommand(
  {
    name: 'npm run sample',
    purpose:
      "Writes the sample retailer's exports: an invented outdoor and denim shop, four years, from a seed.",
    options: {
      to: {
        type: 'string',
        placeholder: 'DIR',
        meaning:
          'Folder for the exports: new, empty or holding an earlier sample. What was planted is written beside it, as DIR.truth.json',
      },
      seed: {
        type: 'string',
        placeholder: 'N',
        meaning: 'Another shop of the same kind (20261031)',
      },
      customers: { type: 'string', placeholder: 'N', meaning: 'How many customers (6500)' },
      newest: {
        type: 'string',
        placeholder: 'YYYY-MM-DD',
        meaning: 'Day of the newest order (2026-10-31)',
      },
      summary: {
        type: 'boolean',
        meaning: 'Also print how each planted kind of customer has bought, as a table',
      },
    },
    examples: [
      'npm run sample -- --to exports',
      'npm run sample -- --to /tmp/small --customers 900 --summary',
    ],
  },
  async ({ values }) => {
    const to = requiredFlag('npm run sample', 'to', values.to);
    const options: SampleOptions = {};
    if (values.seed !== undefined) options.seed = wholeNumber('--seed', values.seed, 0);
    if (values.customers !== undefined) {
      options.customers = wholeNumber('--customers', values.customers, 1);
    }
    if (values.newest !== undefined) options.newest = calendarDay(values.newest);
    const summary = await writeSample(to, options);
    console.log(formatSampleReport(summary));
    if (values.summary === true) console.log(`\n${formatKindTable(summary.kinds)}`);
    return undefined;
  },
);

function wholeNumber(flag: string, text: string, least: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= least) return value;
  throw wrongValue(`${flag} is "${text}"`, `a whole number from ${String(least)} on`);
}

function calendarDay(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  if (exists) return text;
  throw wrongValue(`--newest is "${text}"`, 'a day such as "2026-10-31"');
}

function wrongValue(found: string, expected: string): GenerateError {
  return new GenerateError(
    'sample/wrong-call',
    `Cannot write the sample: ${found}; expected ${expected}`,
    'See "npm run sample -- --help"',
  );
}
