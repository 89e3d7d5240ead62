import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Formats } from '#core/format/formats.ts';
import type { GenerateReport } from '#generate/generate-report.ts';
import { generated } from './call-generate.ts';
import { caseLines, unaligned } from './case-figures.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DATA = join(import.meta.dirname, '../../../shared/data');

/** Figures and sentences of a run that docs/cases/ does not tell: none. */
function untold(name: string, content: string, report: GenerateReport, formats: Formats): string[] {
  const told = unaligned(readFileSync(`docs/cases/${name}.md`, 'utf8'));
  return caseLines(content, report, formats).filter((line) => !told.includes(line));
}

/** Purchases that nobody here made (UCI Online Retail; CDNOW, Fader and Hardie): they lie outside the repository. */
describe.skipIf(!existsSync(DATA))(
  'generate on real purchases (skipped without ../shared/data)',
  () => {
    test('generate accounts for every line of Online Retail, finds its published figures and tells its case', async () => {
      const content = join(temporaryFolder(), 'content');
      const report = await generated([
        ...['--exports', join(DATA, 'online_retail')],
        ...['--config', 'examples/online-retail.config.ts'],
        ...['--content', content],
      ]);
      const formats = { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London' };
      expect(untold('online-retail', content, report, formats)).toEqual([]);
      const file = report.files.find(({ path }) => path.endsWith('.csv.gz'));
      expect(file?.rows.in).toBe(541_909);
      expect((file?.rows.used ?? 0) + (file?.rows.ignored ?? 0) + (file?.rows.rejected ?? 0)).toBe(
        541_909,
      );
      expect(report.totals).toMatchObject({
        orders: 25_900,
        cancelledOrders: 3_836,
        customers: 4_372,
        validLines: 397_884,
        revenue: 8_911_407.9,
        currency: 'GBP',
      });
    });

    test('generate finds the published figures of CDNOW and tells its case', async () => {
      const content = join(temporaryFolder(), 'content');
      const report = await generated([
        ...['--exports', join(DATA, 'cdnow')],
        ...['--config', 'examples/cdnow.config.ts'],
        ...['--content', content],
      ]);
      const formats = { locale: 'en-US', currency: 'USD', timeZone: 'America/New_York' };
      expect(untold('cdnow', content, report, formats)).toEqual([]);
      expect(report.totals).toMatchObject({
        orders: 69_659,
        customers: 23_570,
        repeatCustomers: 11_516,
        revenue: 2_500_315.63,
      });
      const repeat = report.kpis.find(({ id }) => id === 'repeat-purchase-rate');
      expect(repeat?.value).toBeCloseTo(11_516 / 23_570, 9);
    });
  },
);
