import { expect, test } from 'vitest';
import { ordersCsv, readFiles, shopConfig } from '../exports-fixture.ts';

const HEADER =
  'Call sheet,Listed on,Called on,E-mail,Phone,Last order,Why on this sheet,Portrait,"If you did order, were you satisfied with how all of it was handled?","If not, what went wrong?",Did we put it right the way you wanted?,"If you did not order, why not?"';
const ORDERS = ordersCsv(
  '1,2026-10-30,anna@example.com,A,Jeans,1,20',
  '2,2026-10-30,ben@example.com,A,Jeans,1,20',
);

test('call-sheet reads answers, whichever order the columns are in, and ignores whom nobody reached', async () => {
  const { engine, files } = await readFiles({
    'orders.csv': ORDERS,
    'sheet.csv': [
      HEADER,
      'Hero call,2026-10-31,2026-11-02,anna@example.com,,,,,yes,,,',
      'Hero call,2026-10-31,,,,2,,,"no, it was late","  ",,',
      'Hero call,2026-10-31,2026-11-02,cleo@example.com,,,,,,,,',
    ].join('\n'),
  });
  expect(files.find(({ adapter }) => adapter === 'call-sheet')?.rows).toEqual({
    in: 3,
    used: 2,
    ignored: 1,
    rejected: 0,
  });
  expect(
    await engine.rows(
      `SELECT email, answer, CAST(answered_on AS VARCHAR) AS day FROM survey_responses JOIN customers USING (customer) ORDER BY email`,
    ),
  ).toEqual([
    { email: 'anna@example.com', answer: 'yes', day: '2026-11-02' },
    // Known by the order alone; without a day of the call, the day of the sheet.
    { email: 'ben@example.com', answer: 'no, it was late', day: '2026-10-31' },
  ]);
});

test('call-sheet takes days as a spreadsheet program of the country writes them', async () => {
  const { engine } = await readFiles({
    'orders.csv': ORDERS,
    'sheet.csv': [HEADER, 'Hero call,31/10/2026,13/11/2026,anna@example.com,,,,,yes,,,'].join('\n'),
  });
  const [row] = await engine.rows(
    'SELECT CAST(answered_on AS VARCHAR) AS day FROM survey_responses',
  );
  expect(row?.['day']).toBe('2026-11-13');
});

test('call-sheet rejects a row whose day is none, with its line', async () => {
  const { files } = await readFiles(
    {
      'orders.csv': ORDERS,
      'sheet.csv': [
        HEADER,
        'Hero call,2026-10-31,yesterday,anna@example.com,,,,,yes,,,',
        'Hero call,2026-10-31,2026-11-02,ben@example.com,,,,,yes,,,',
      ].join('\n'),
    },
    shopConfig({ limits: { rejectedShare: 1 } }),
  );
  const sheet = files.find(({ adapter }) => adapter === 'call-sheet');
  expect(sheet?.rows).toEqual({ in: 2, used: 1, ignored: 0, rejected: 1 });
  expect(JSON.stringify(sheet?.reasons)).not.toContain('anna');
});
