import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generated } from './call-generate.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DATA = join(import.meta.dirname, '../../../shared/data');

/** Purchases that nobody here made (UCI Online Retail; CDNOW, Fader and Hardie): they lie outside the repository. */
describe.skipIf(!existsSync(DATA))(
  'generate on real purchases (skipped without ../shared/data)',
  () => {
    test('generate accounts for every line of Online Retail and finds its published figures', async () => {
      const report = await generated([
        ...['--exports', join(DATA, 'online_retail')],
        ...['--config', 'examples/online-retail.config.ts'],
        ...['--content', join(temporaryFolder(), 'content')],
      ]);
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

    test('generate finds the published figures of CDNOW', async () => {
      const report = await generated([
        ...['--exports', join(DATA, 'cdnow')],
        ...['--config', 'examples/cdnow.config.ts'],
        ...['--content', join(temporaryFolder(), 'content')],
      ]);
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
