import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PortalConfigSchema, type PortalConfigInput } from '#core/schemas/portal-config.ts';
import { computeTotals } from '#generate/warehouse/totals.ts';
import cdnow from '../../../examples/cdnow.config.ts';
import onlineRetail from '../../../examples/online-retail.config.ts';
import { readFolder } from './exports-fixture.ts';

const CASES: { name: string; folder: string; config: PortalConfigInput; file: string }[] = [
  {
    name: 'online-retail',
    folder: '../shared/data/online_retail',
    config: onlineRetail,
    file: 'online_retail_2010_2011.csv.gz',
  },
  { name: 'cdnow', folder: '../shared/data/cdnow', config: cdnow, file: 'CDNOW_master.txt' },
];

describe.each(CASES)('readExports() on $name', ({ name, folder, config: input, file }) => {
  const isThere = existsSync(folder);
  const expected = JSON.parse(readFileSync(`examples/${name}.expected.json`, 'utf8')) as {
    rows: number;
    rowsWithoutCustomer: number;
    totals: unknown;
  };

  it.skipIf(!isThere)(
    `reproduces the published figures (skipped where ${folder} is missing)`,
    async () => {
      const config = PortalConfigSchema.parse(input);
      const { files, engine } = await readFolder(resolve(folder), config);
      const report = files.find(({ path }) => path === file);
      expect(report?.rows).toEqual({
        in: expected.rows,
        used: expected.rows,
        ignored: 0,
        rejected: 0,
      });
      const nobody = report?.reasons.find(({ code }) => code === 'note/no-customer')?.rows ?? 0;
      expect(nobody).toBe(expected.rowsWithoutCustomer);
      expect(await computeTotals(engine, config)).toEqual(expected.totals);
      expect(files.map(({ path }) => path)).toEqual([file, 'README.md'].sort());
      expect(files.find(({ path }) => path === 'README.md')?.adapter).toBeNull();
    },
  );
});
