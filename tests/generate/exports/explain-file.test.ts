import { join } from 'node:path';
import { expect, it } from 'vitest';
import { explainFile } from '#generate/exports/explain-file.ts';
import { exportsFolder, ordersCsv, shopConfig } from './exports-fixture.ts';

it('explainFile() says how a known file would be read', async () => {
  const folder = await exportsFolder({
    'o.csv': ordersCsv('1,2026-01-05,a@example.com,S,Mug,1,1'),
  });
  const path = join(folder, 'o.csv');
  const explained = await explainFile(path, shopConfig());
  expect(explained).toMatchObject({
    path,
    adapter: 'generic-orders',
    score: 1,
    encoding: 'utf-8',
    delimiter: ',',
    headerLine: 1,
    missing: [],
    why: 'Line 1 has all required columns of generic-orders; 7 of its 7 columns belong to it',
  });
  expect(explained.columns).toMatchObject({ order: 'order', unitPrice: 'unitPrice' });
  expect(explained.runnersUp.length).toBeGreaterThan(0);
});

it('explainFile() names what the nearest format lacks', async () => {
  const folder = await exportsFolder({ 'o.csv': 'order,quantity,price\n1,2,3\n' });
  const explained = await explainFile(join(folder, 'o.csv'), shopConfig());
  expect(explained.adapter).toBeNull();
  expect(explained.missing.length).toBeGreaterThan(0);
});

it('explainFile() follows a mapping of the config', async () => {
  const folder = await exportsFolder({ 'x.txt': 'A1 20260105 ann 2 10.00\n' });
  const config = shopConfig({
    sources: [
      {
        name: 'till',
        files: ['*.txt'],
        table: 'orders',
        fixedWidth: [
          { name: 'no', start: 1, length: 2 },
          { name: 'day', start: 4, length: 8 },
          { name: 'n', start: 17, length: 1 },
          { name: 'sum', start: 19, length: 5 },
        ],
        columns: { order: 'no', placedAt: 'day', quantity: 'n', lineTotal: 'sum' },
        dateFormat: '%Y%m%d',
      },
    ],
  });
  const explained = await explainFile(join(folder, 'x.txt'), config);
  expect(explained).toMatchObject({ adapter: 'till', delimiter: null, headerLine: null });
  expect(explained.why).toBe('The config maps it: source "till" makes its rows orders');
});

it('explainFile() says that a picture is no text', async () => {
  const folder = await exportsFolder({ 'p.png': new Uint8Array([0x89, 0x50, 0, 0, 1]) });
  const explained = await explainFile(join(folder, 'p.png'), shopConfig());
  expect(explained).toMatchObject({ adapter: null, encoding: null, why: 'It is no text' });
});
