import { describe, expect, it } from 'vitest';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';
import { makeXlsx } from '../unpack/make-xlsx.ts';

const PLACED = `SELECT split_part(order_key, ':', 2) AS "order", placed_at::VARCHAR AS at, placed_on::VARCHAR AS "on"
  FROM orders ORDER BY 1`;

describe('readExports() on days that a spreadsheet program has left as numbers', () => {
  it('reads a column of nothing else, with its times', async () => {
    const { files, engine } = await readFiles({
      'orders.csv': ordersCsv(
        '1,46095,ann@example.com,S-1,Scarf,1,20',
        '2,46095.395833333336,ann@example.com,S-1,Scarf,1,20',
        '3,46096.0,ann@example.com,S-1,Scarf,1,20',
      ),
    });
    expect(files[0]?.rows).toMatchObject({ used: 3, rejected: 0 });
    expect(await engine.rows(PLACED)).toEqual([
      { order: '1', at: '2026-03-14 00:00:00', on: '2026-03-14' },
      { order: '2', at: '2026-03-14 09:30:00', on: '2026-03-14' },
      { order: '3', at: '2026-03-15 00:00:00', on: '2026-03-15' },
    ]);
  });

  it('reads a sheet without formats', async () => {
    const header = ['order', 'placedAt', 'email', 'sku', 'title', 'quantity', 'unitPrice'];
    const cells = (texts: string[]): string =>
      texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
    const rows = `<row>${cells(header)}</row>
      <row>${cells(['1'])}<c><v>46095</v></c>${cells(['ann@example.com', 'S-1', 'Scarf', '1', '20'])}</row>`;
    const { engine } = await readFiles({
      'orders.xlsx': makeXlsx({ sheets: [{ name: 'S', rows }] }),
    });
    expect(await engine.rows(PLACED)).toMatchObject([{ on: '2026-03-14' }]);
  });

  it('rejects numbers among other days: the program may have taken the month for the day', async () => {
    const { files } = await readFiles(
      {
        'orders.csv': ordersCsv(
          '1,46095,ann@example.com,S-1,Scarf,1,20',
          '2,14/03/2026,ann@example.com,S-1,Scarf,1,20',
        ),
      },
      shopConfig({ limits: { rejectedShare: 0.5 } }),
    );
    expect(files[0]?.rows).toMatchObject({ used: 1, rejected: 1 });
  });

  it('takes no other number for a day', async () => {
    const { files } = await readFiles(
      {
        'orders.csv': ordersCsv('1,19999,ann@example.com,S-1,Scarf,1,20'),
      },
      shopConfig({ limits: { rejectedShare: 1 } }),
    );
    expect(files[0]?.rows).toMatchObject({ used: 0, rejected: 1 });
  });
});
