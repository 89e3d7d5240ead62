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

  /** A sheet of orders whose days are date cells (a serial number with a format), bare serial numbers, or texts. */
  const sheet = (...days: (number | string)[]): Record<string, Buffer> => {
    const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const header = ['order', 'placedAt', 'email', 'sku', 'title', 'quantity', 'unitPrice'];
    const rows = days.map((day, index) => {
      const cell =
        typeof day === 'string' ? text(day) : `<c s="${index % 2}"><v>${String(day)}</v></c>`;
      return `<row>${text(String(index + 1))}${cell}${['ann@example.com', 'S-1', 'Scarf', '1', '20'].map(text).join('')}</row>`;
    });
    const sheets = [{ name: 'S', rows: `<row>${header.map(text).join('')}</row>${rows.join('')}` }];
    return { 'orders.xlsx': makeXlsx({ sheets, formats: ['dd/mm/yyyy'] }) };
  };

  it('reads them in a sheet among texts, where some are after the 12th or some texts are before', async () => {
    // 46095 is 14 March 2026, 46085 the 4th.
    for (const [days, on] of [
      [
        [46095, 46085, '14/03/2026', '2026-03-16'],
        ['2026-03-14', '2026-03-04', '2026-03-14', '2026-03-16'],
      ],
      [
        [46085, 46086, '04/03/2026', '14/03/2026'],
        ['2026-03-04', '2026-03-05', '2026-03-04', '2026-03-14'],
      ],
      [
        [46085, 46086, '14 March 2026', '2026-03-16'],
        ['2026-03-04', '2026-03-05', '2026-03-14', '2026-03-16'],
      ],
    ] as const) {
      const { files, engine } = await readFiles(sheet(...days));
      expect(files[0]?.rows).toMatchObject({ used: 4, rejected: 0 });
      expect((await engine.rows(PLACED)).map((row) => row['on'])).toEqual(on);
    }
  });

  it('rejects those in a sheet of which the program may have taken the month for the day', async () => {
    // 46085 is 4 March 2026 or, in a file with the day first that it took for one with the month first, 3 April;
    // 46084 is 3 March either way. The texts are days that it could not take so.
    const { files, engine } = await readFiles(
      sheet(46085, 46085, 46084, '14/03/2026', '30/03/2026'),
      shopConfig({ limits: { rejectedShare: 0.5 } }),
    );
    expect(files[0]?.rows).toEqual({ in: 5, used: 3, ignored: 0, rejected: 2 });
    expect(files[0]?.reasons).toMatchObject([
      {
        code: 'row/turned-day',
        rows: 2,
        example: 'lines 2, 3, column "placedAt": found "2026-03-04"',
      },
    ]);
    expect((await engine.rows(PLACED)).map((row) => row['on'])).toEqual([
      '2026-03-03',
      '2026-03-14',
      '2026-03-30',
    ]);
  });

  it('rejects numbers among other days of a CSV: one can have slipped into the column', async () => {
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
