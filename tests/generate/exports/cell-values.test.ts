import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter, CellType, ColumnDeclaration } from '#generate/exports/adapter.ts';
import { PLAIN_CELLS, type CellForm } from '#generate/exports/cells/cell-form.ts';
import { cellCast, cellPattern, statedOffset } from '#generate/exports/cells/cell-sql.ts';
import { cellText, isDamaged, isFilled, trimmedCell } from '#generate/exports/cells/cell-text.ts';
import {
  DECIMAL_SIGNS,
  shareBound,
  statedCurrency,
  WHOLE_SIGNS,
} from '#generate/exports/cells/number-cells.ts';
import { DAY_ORDERS } from '#generate/exports/cells/time-cells.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';

/** As tools write; "rounds" as for every adapter of a tool. */
const PLAIN: CellForm = { ...PLAIN_CELLS, rounds: true };
const POINT: CellForm = { ...PLAIN, numbers: 'local', dates: 'local' };
const COMMA: CellForm = { ...POINT, decimal: ',' };
const MONTH_FIRST: CellForm = { ...POINT, dateOrder: 'mdy' };

const NO_BREAK = '\u00a0';
const NARROW = '\u202f';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => {
  engine.close();
});

/** SQL over "cell" for each of the cells, as text. */
async function evaluate(cells: string[], sql: string): Promise<Record<string, string | null>> {
  const values = cells.map((_, index) => `($${index + 1}::VARCHAR)`).join(', ');
  const rows = await engine.rows<{ cell: string; value: string | null }>(
    `SELECT cell, (${sql})::VARCHAR AS value FROM (VALUES ${values}) AS given(cell)`,
    cells,
  );
  return Object.fromEntries(rows.map(({ cell, value }) => [cell, value]));
}

/** What becomes of each cell in a column of the type; null: it is not accepted. */
function valuesOf(
  type: CellType,
  form: CellForm,
  cells: string[],
): Promise<Record<string, string | null>> {
  const pattern = (cellPattern(type, form) ?? '').replaceAll("'", "''");
  return evaluate(
    cells,
    `CASE WHEN regexp_matches(cell, '${pattern}') THEN ${cellCast(type, 'cell', form)} END`,
  );
}

async function expectValues(
  type: CellType,
  form: CellForm,
  expected: Record<string, string>,
): Promise<void> {
  expect(await valuesOf(type, form, Object.keys(expected))).toEqual(expected);
}

async function expectNone(type: CellType, form: CellForm, cells: string[]): Promise<void> {
  const none = Object.fromEntries(cells.map((cell) => [cell, null]));
  expect(await valuesOf(type, form, cells)).toEqual(none);
}

/** The cells for which the condition holds. */
async function holding(cells: string[], condition: string): Promise<string[]> {
  const found = await evaluate(cells, condition);
  return cells.filter((cell) => found[cell] === 'true');
}

const ADAPTER: Adapter = { id: 'a-tool', label: '', table: 'orders', columns: {}, select: {} };
const TEXT: ColumnDeclaration = { headers: [], type: 'text' };
const named = (name: string): ColumnDeclaration => ({ headers: [name], type: 'text' });

describe('money', () => {
  it('cellCast() reads amounts with a decimal point', async () => {
    await expectValues('decimal', POINT, {
      '$1,234.50': '1234.5000',
      'AU $3,000.00': '3000.0000',
      'US$0.00': '0.0000',
      'US $90.00': '90.0000',
      'EUR 90.00': '90.0000',
      '12.00 GBP': '12.0000',
      'Rs.1000.0': '1000.0000',
      'Rs. 1,000': '1000.0000',
      '৳2,999': '2999.0000',
      '&#36;1,234.50': '1234.5000',
      '&#2547;&nbsp;2,999.00': '2999.0000',
      '&pound;5.00': '5.0000',
      "1'234.50": '1234.5000',
      "CHF 1'234.50": '1234.5000',
      'CHF 1’234.50': '1234.5000',
      'Fr. 12.50': '12.5000',
      '₹12,34,567.50': '1234567.5000',
      '1,234,567.891': '1234567.8910',
      '4.19763158': '4.1976',
      '.5': '0.5000',
      '12.50€': '12.5000',
      [`12.50${NO_BREAK}€`]: '12.5000',
    });
  });

  it('cellCast() reads amounts with a decimal comma', async () => {
    await expectValues('decimal', COMMA, {
      '1.234,50 €': '1234.5000',
      [`1.234,50${NO_BREAK}€`]: '1234.5000',
      '1 234,56': '1234.5600',
      [`1${NO_BREAK}234,56${NO_BREAK}€`]: '1234.5600',
      [`1${NARROW}234,56${NARROW}€`]: '1234.5600',
      'EUR 90,00': '90.0000',
      '&euro;5,00': '5.0000',
      'R$ 1.234,50': '1234.5000',
      '1.234.567,89 kr': '1234567.8900',
      '18,50': '18.5000',
      '1.234': '1234.0000',
      '-0,75': '-0.7500',
    });
  });

  it('cellCast() reads a negative amount however it is marked', async () => {
    await expectValues('decimal', POINT, {
      "'-12.50": '-12.5000',
      "'12.50": '12.5000',
      '(12.50)': '-12.5000',
      '($1,234.50)': '-1234.5000',
      '-$5.00': '-5.0000',
      '$-5.00': '-5.0000',
      '- $5.00': '-5.0000',
      '−5.00': '-5.0000',
      '5.00-': '-5.0000',
      '+5.00': '5.0000',
    });
    await expectValues('decimal', PLAIN, { "'-12.50": '-12.5000', '-12.50': '-12.5000' });
  });

  it('cellCast() accepts no other text as an amount', async () => {
    const wrong = [
      ...['', 'abc', '$', '1e5', 'inf', 'NaN', '1_000', '0x10', '12.', '1.2.3', '12.50 %'],
      ...['12,34.50', '1,234,56', '1234,567.00', '1 2', '1  234', '$1,234.50.00', '5 (0.5%)'],
      ...['--5', '+-5', '(12.50', '12.50)', '-(12.50)', "''12.50", '100000000000000'],
      ...['ABCD 12', 'usd 12', 'TRUE', '9.21E+11', '12.50 and more'],
    ];
    await expectNone('decimal', POINT, [...wrong, '1.234,50 €', '1 234,56', '12,5']);
    await expectNone('decimal', COMMA, [...wrong, '$1,234.50', '12.50', '1,234.5']);
    await expectNone('decimal', PLAIN, [...wrong, '1,234.50', '$5', '12,5', '(5)', '1 234']);
    // The documented CSV rounds nothing in silence.
    await expectNone('decimal', PLAIN_CELLS, ['0.12345']);
    await expectValues('decimal', PLAIN_CELLS, { '0.1234000': '0.1234' });
  });

  it('statedCurrency() names the currency that an amount states', async () => {
    const stated = {
      'AU $3,000.00': 'AUD',
      'US$0.00': 'USD',
      'C $12.00': 'CAD',
      'EUR 90,00': 'EUR',
      '1.234,50 €': 'EUR',
      '2.999,00&nbsp;&euro;': 'EUR',
      'Rs.1000.0': 'INR',
      '৳2,999': 'BDT',
      '&#2547;2,999': 'BDT',
      "CHF 1'234.50": 'CHF',
      'Fr. 12.50': 'CHF',
      '12.00 GBP': 'GBP',
      '$1,234.50 USD': 'USD',
      // A dollar of a country that it does not name.
      '$1,234.50': null,
      '&#36;1,234.50': null,
      '12.50': null,
    };
    expect(await evaluate(Object.keys(stated), statedCurrency('cell', POINT))).toEqual(stated);
  });
});

describe('whole numbers and shares', () => {
  it('cellCast() reads whole numbers with groups and fractions of zeros', async () => {
    await expectValues('integer', PLAIN, { '120': '120', '64517.0': '64517', "'12": '12' });
    await expectValues('integer', POINT, {
      '25,881': '25881',
      '12,34,567': '1234567',
      '64517.0': '64517',
      '2.0000': '2',
      '1,000': '1000',
      "1'234": '1234',
      [`25${NO_BREAK}881`]: '25881',
    });
    await expectValues('integer', COMMA, { '25.881': '25881', '64517,0': '64517' });
    await expectNone('integer', PLAIN, ['25,881', '12.5', '-5', '1e3', '']);
    await expectNone('integer', POINT, ['25.881', '12.5', '25,88', '-5', '12 pcs', '1E+05']);
    await expectNone('integer', COMMA, ['25,881', '12,5']);
  });

  it('cellCast() reads shares, and shareBound() what is only a bound', async () => {
    await expectValues('share', POINT, {
      '< 10%': '0.1',
      '> 90%': '0.9',
      '12.5%': '0.125',
      '1.66 %': '0.0166',
      '0.125': '0.125',
      '100.00%': '1.0',
    });
    await expectValues('share', COMMA, {
      '12,5 %': '0.125',
      [`12,5${NO_BREAK}%`]: '0.125',
      '< 10 %': '0.1',
    });
    await expectNone('share', POINT, ['12,5%', '<', '%', '1.5E-4', '12.5%%', '10% off', '--']);
    await expectNone('share', COMMA, ['12.5%']);
    expect(await evaluate(['< 10%', '> 90%', '12.5%'], shareBound('cell'))).toEqual({
      '< 10%': '<',
      '> 90%': '>',
      '12.5%': null,
    });
  });
});

describe('days and times', () => {
  it('cellCast() reads the days of tools, in any of their languages', async () => {
    await expectValues('date', POINT, {
      '2026-03-14': '2026-03-14',
      '2026/3/4': '2026-03-04',
      '20230625': '2023-06-25',
      '26/04/2014': '2014-04-26',
      '03/04/2026': '2026-04-03',
      '31.12.2026': '2026-12-31',
      '1.2.26': '2026-02-01',
      '07/05/19': '2019-05-07',
      '31/12/99': '1999-12-31',
      'Nov 10, 2018': '2018-11-10',
      'March 27, 2026': '2026-03-27',
      'Sep-18-26': '2026-09-18',
      '26-May-26': '2026-05-26',
      'Thu, 5 Feb 2026': '2026-02-05',
      'Feb 5th, 2026': '2026-02-05',
      '05-oct.-26': '2026-10-05',
      '05-févr.-26': '2026-02-05',
      '14-août-26': '2026-08-14',
      '1er déc. 2026': '2026-12-01',
      '3. März 2026': '2026-03-03',
      '03. Mai 2026': '2026-05-03',
      'Do., 31. Dez. 2026': '2026-12-31',
      '3 de enero de 2026': '2026-01-03',
      '15-ago-26': '2026-08-15',
      '2026-03-14 23:59:59': '2026-03-14',
    });
  });

  it('cellCast() reads every month in seven languages', async () => {
    const languages = [
      'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
      'January February March April May June July August September October November December',
      'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
      'gen feb mar apr mag giu lug ago set ott nov dic',
      'jan feb mrt apr mei jun jul aug sep okt nov dec',
      'jan fev mar abr mai jun jul ago set out nov dez',
    ];
    for (const language of languages) {
      const days = language
        .split(' ')
        .map((month, index) => [
          `7 ${month} 2026`,
          `2026-${String(index + 1).padStart(2, '0')}-07`,
        ]);
      await expectValues('date', POINT, Object.fromEntries(days) as Record<string, string>);
    }
  });

  it('cellCast() reads the day before or after the month, as the file has it', async () => {
    await expectValues('date', MONTH_FIRST, {
      '03/04/2026': '2026-03-04',
      '12/31/2026': '2026-12-31',
      '04-30-22': '2022-04-30',
      '9/6/2018': '2018-09-06',
    });
    await expectNone('date', MONTH_FIRST, ['31/12/2026', '13.1.2026']);
    await expectNone('date', POINT, ['12/31/2026', '04-30-22']);
  });

  it('cellCast() reads the time of day, noon and midnight too', async () => {
    await expectValues('timestamp', POINT, {
      'Oct 26, 2018 02:56 pm': '2018-10-26 14:56:00',
      'Jan 5, 2024 02:15:33 PM': '2024-01-05 14:15:33',
      'Jan 5, 2024 12:00:00 AM': '2024-01-05 00:00:00',
      'Jan 5, 2024 12:00:00 PM': '2024-01-05 12:00:00',
      '4/2/2021 12:30 PM': '2021-02-04 12:30:00',
      '4/2/2021 12:05 a.m.': '2021-02-04 00:05:00',
      '4/2/2021 1:05 p.m.': '2021-02-04 13:05:00',
      '9/6/2018 0:06:16': '2018-06-09 00:06:16',
      '4/2/2021 4:00': '2021-02-04 04:00:00',
      '22/03/2026 13.55.02': '2026-03-22 13:55:02',
      '16.03.2026 9.05': '2026-03-16 09:05:00',
      '15 mar 2026 10.33.12': '2026-03-15 10:33:12',
      '2026-01-05 9:07:00': '2026-01-05 09:07:00',
      '2026-01-05 09:07:00.123456': '2026-01-05 09:07:00',
      '20230625': '2023-06-25 00:00:00',
    });
  });

  it('statedOffset() tells the seconds east of UTC that a time states', async () => {
    const local = {
      'Mon Sep 08 2025 13:58:23 GMT-0500 (Central Daylight Time)': '-18000',
      'Mon Sep 08 2025 13:58:23 GMT+0530 (India Standard Time)': '19800',
      '2024/01/31 3:04:05 PM GMT+1': '3600',
      '2024/01/31 3:04:05 PM GMT+5:30': '19800',
      '2026-03-14 09:30:00 +05:30': '19800',
      '2026-03-14T09:30:00Z': '0',
      '2026-03-14T09:30Z': '0',
      '2026-03-14 09:30:00 UTC': '0',
      '2026-03-14 09:30 CET': '3600',
      '2026-03-14 09:30': null,
      '2026-03-14': null,
      '14-03-2026 09:30': null,
    };
    expect(await evaluate(Object.keys(local), statedOffset('cell', POINT))).toEqual(local);
    const read = await valuesOf('timestamp', POINT, Object.keys(local));
    expect(read['2024/01/31 3:04:05 PM GMT+1']).toBe('2024-01-31 15:04:05');
    expect(Object.values(read)).not.toContain(null);
    const iso = {
      '2025-12-06 10:37:33 -0500': '-18000',
      '2020-02-18T05:05:21+00:00': '0',
      '2026-05-19T15:15:37.25-0330': '-12600',
      '2026-03-14T09:30:00Z': '0',
      '2026-03-14 09:30:00': null,
    };
    expect(await evaluate(Object.keys(iso), statedOffset('cell', PLAIN))).toEqual(iso);
    expect(Object.values(await valuesOf('timestamp', PLAIN, Object.keys(iso)))).not.toContain(null);
  });

  it('cellCast() accepts no day and no time that does not exist', async () => {
    const wrong = [
      ...['2026-02-30', '2023-02-29', '2026-13-01', '2026-00-10', '20230230', '2026-03-14 24:00'],
      ...['2026-03-14 23:59:60', '2026-03-14 09:30:00+15:00', '2026-03-14 09:30:00+99:99'],
    ];
    await expectNone('timestamp', PLAIN, [...wrong, '14/03/2026', 'Mar 14, 2026']);
    await expectNone('timestamp', POINT, [
      ...wrong,
      ...['30/02/2026', '30 Feb 2026', 'Feb 30, 2026', '31.04.2026', '0/1/2026', '1/0/2026'],
      ...[
        '4/2/2021 14:00 AM',
        '4/2/2021 25:00',
        '4/2/2021 25.00',
        '4/2/2021 9.5.2',
        '14 Foo 2026',
        'March',
        '2026',
        '03/2026',
      ],
      ...['tomorrow', '43862', '1769904000', '9.21E+11', '10:30', '2026-03-14 09:30 XYZ', '0000'],
    ]);
  });
});

describe('how a file shows its form', () => {
  it('DECIMAL_SIGNS and WHOLE_SIGNS tell the decimal sign only where a cell has one meaning', async () => {
    const cells = [
      ...['$1,234.50', '12.5', '0.125', '1,234,567', '4.19763158', '1234.567'],
      ...['1.234,50 €', '12,5', '0,125', '1.234.567', `1${NO_BREAK}234,5`, '3,14159'],
      ...['1,234', '$25,881', '1.234', '1234', '', 'abc'],
    ];
    expect(await holding(cells, DECIMAL_SIGNS.point('cell'))).toEqual(cells.slice(0, 6));
    expect(await holding(cells, DECIMAL_SIGNS.comma('cell'))).toEqual(cells.slice(6, 12));
    expect(await holding(cells, DECIMAL_SIGNS.unclear('cell'))).toEqual(cells.slice(12, 14));
    const money = ['IDR 100.000', '199.000₫', 'IDR 0.500', 'KWD 1.250', '1.250', 'IDR 1.5'];
    expect(await holding(money, DECIMAL_SIGNS.grouped('cell'))).toEqual(money.slice(0, 2));
    const wholes = ['25,881', '1,234,567', '64517.0', '25.881', '64517,0', '2.000', '2,000', '12'];
    expect(await holding(wholes, WHOLE_SIGNS.point('cell'))).toEqual(wholes.slice(0, 3));
    expect(await holding(wholes, WHOLE_SIGNS.comma('cell'))).toEqual(wholes.slice(3, 5));
  });

  it('DAY_ORDERS tells the order only where a day has one meaning', async () => {
    const cells = [
      ...['26/04/2014', '31.12.26 18:30', '1.2.2026'],
      ...['04/26/2014', '04-30-22', '9/16/2018 0:06'],
      ...['03/04/2026', '4/5/26', '4/4/2026', '2026-04-26', 'Nov 10, 2018', ''],
    ];
    expect(await holding(cells, DAY_ORDERS.dmy('cell'))).toEqual(cells.slice(0, 3));
    expect(await holding(cells, DAY_ORDERS.mdy('cell'))).toEqual(cells.slice(3, 6));
    // "4/4/2026" is the same day both ways.
    const numeric = cells.slice(0, 8);
    expect(await holding(cells, DAY_ORDERS.numeric('cell'))).toEqual(numeric);
  });
});

describe('text', () => {
  it('isFilled() takes the tokens of nothing for nothing, save in text', async () => {
    const nothing = ['--', '-', '—', 'n/a', 'N/A', String.raw`\N`, 'NULL'];
    const cells = [...nothing, '0', '0.00', '--5', 'none'];
    expect(await holding(cells, isFilled('cell', 'decimal'))).toEqual(cells.slice(nothing.length));
    expect(await holding(cells, isFilled('cell', 'text'))).toEqual(cells);
    expect(await evaluate([' --', `${NO_BREAK}--\t`, '  '], trimmedCell('cell'))).toEqual({
      ' --': '--',
      [`${NO_BREAK}--\t`]: '--',
      '  ': null,
    });
    const texts = { '--': null, [String.raw`\N`]: null, 'n/a': 'n/a', '-': '-' };
    expect(await evaluate(Object.keys(texts), cellText('cell', TEXT, ADAPTER))).toEqual(texts);
  });

  it('cellText() takes the tokens of nothing for nothing where a cell names an order, a thing or a person', async () => {
    const [order, buyer, sku, say] = [named('order'), named('buyer'), named('sku'), named('say')];
    const columns = { order, buyer, sku, say };
    const select = { order: '"order"', customerId: 'buyer', sku: 'sku', gift: `say = 'gift'` };
    const adapter: Adapter = { ...ADAPTER, columns, select };
    const cells = ['n/a', 'N/A', '#N/A', 'NULL', 'null', '-', '–', '--', 'n/a n/a'];
    for (const name of [order, buyer, sku]) {
      const values = await evaluate(cells, cellText('cell', name, adapter));
      expect(Object.values(values).filter((value) => value !== null)).toEqual(['n/a n/a']);
    }
    const said = await evaluate(cells, cellText('cell', say, adapter));
    expect(said).toMatchObject({ 'n/a': 'n/a', '-': '-', NULL: 'NULL', '--': null });
  });

  it('cellText() takes off the guard of a spreadsheet program and no other apostrophe', async () => {
    const guarded = {
      "'+44 20 7946 0000": '+44 20 7946 0000',
      "'-12.50": '-12.50',
      "'=SUM(A1)": '=SUM(A1)',
      "'@shop": '@shop',
      "'tis the season": "'tis the season",
      "'90s shirt": "'90s shirt",
    };
    expect(await evaluate(Object.keys(guarded), cellText('cell', TEXT, ADAPTER))).toEqual(guarded);
    const identifier: ColumnDeclaration = { ...TEXT, identifier: true };
    const numbers = { "'7123456789012": '7123456789012', "'+92": '+92', "'A1": "'A1" };
    expect(await evaluate(Object.keys(numbers), cellText('cell', identifier, ADAPTER))).toEqual(
      numbers,
    );
    const documented = { ...ADAPTER, id: 'generic-orders' };
    expect(await evaluate(["'-12.50"], cellText('cell', TEXT, documented))).toEqual({
      "'-12.50": "'-12.50",
    });
  });

  it('isDamaged() knows identifiers that a spreadsheet program has shortened', async () => {
    const cells = ['9.21E+11', '1.20253E+17', '9,21E+11', '9e+11', '00012', '12', 'SE+1', '921'];
    expect(await holding(cells, isDamaged('cell', true))).toEqual(cells.slice(0, 4));
    expect(await holding(cells, isDamaged('cell', 5))).toEqual([
      ...cells.slice(0, 4),
      ...['12', '921'],
    ]);
  });
});
