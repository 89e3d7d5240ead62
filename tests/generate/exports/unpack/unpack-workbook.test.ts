import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { formatGenerateError } from '#generate/generate-error.ts';
import { isDateFormat } from '#generate/exports/unpack/number-format.ts';
import { elapsedTime, plainNumber, serialDate } from '#generate/exports/unpack/sheet-cell.ts';
import { failure } from '../exports-fixture.ts';
import { makeXlsx, textRows, xlsxParts } from './make-xlsx.ts';
import { makeZip } from './make-zip.ts';
import { unpackBytes, unpackTexts } from './unpack-fixture.ts';

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';

it('unpackFile() writes each kind of cell as the text it stands for', async () => {
  const xlsx = makeXlsx({
    sharedStrings: [
      '<t>plain, "quoted"</t>',
      '<r><t>rich </t></r><r><rPr/><t xml:space="preserve"> text</t></r><rPh sb="0" eb="1"><t>no</t></rPh>',
      '<t>two_x000A_lines</t>',
    ],
    formats: ['mmm\\ dd\\,\\ yyyy', '&quot;days&quot; 0.00', 'h:mm:ss'],
    sheets: [
      {
        name: 'S',
        rows: `
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>
        <row r="3"><c r="A3" s="1"><v>43862</v></c><c r="B3" s="1"><v>43862.4375</v></c><c r="C3" s="2"><v>43862</v></c><c r="D3" s="3"><v>0.75</v></c></row>
        <row r="4" spans="1:4"><c r="A4"><v>7.1428571428571425E-2</v></c><c r="B4"><v>98.529999999999987</v></c><c r="C4"><v>1336.0</v></c><c r="D4" t="b"><v>1</v></c></row>
        <row r="5"><c r="A5" t="str"><f>A1&amp;B1</f><v>a&lt;b</v></c><c r="B5" t="e"><v>#DIV/0!</v></c><c r="C5" t="inlineStr"><is><t>43862</t></is></c><c r="D5" t="b"><v>0</v></c></row>
        <row r="6"><c r="A6" s="1"/><c r="B6" t="inlineStr"><is><t/></is></c></row>
        <row><c><v>12345678901234567</v></c><c><v>1.2345678901234568E+16</v></c></row>
        <row r="9"/>`,
      },
    ],
  });
  const [[path, text] = []] = await unpackTexts('report.xlsx', xlsx);
  expect(path).toBe('report.xlsx');
  expect(text?.split('\n')).toEqual([
    '"plain, ""quoted""",,rich  text,"two',
    'lines"',
    '',
    '2020-02-01,2020-02-01 10:30:00,43862,18:00:00',
    '0.0714285714285714,98.53,1336,TRUE',
    'a<b,#DIV/0!,43862,FALSE',
    '',
    '12345678901234567,1.2345678901234568E+16,,',
    '',
  ]);
});

it('unpackFile() writes a duration with hours beyond a day, as its sheet shows it', async () => {
  const xlsx = makeXlsx({
    formats: ['[h]:mm:ss', 'h:mm:ss', 'yyyy-mm-dd'],
    sheets: [
      {
        name: 'S',
        rows: `<row r="1"><c r="A1" s="1"><v>1.0857638888888889</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1" s="3"><v>46083</v></c><c r="D1" s="1"><v>46083</v></c></row>`,
      },
    ],
  });
  const [[, text] = []] = await unpackTexts('tickets.xlsx', xlsx);
  expect(text).toBe('26:03:30,12:00:00,2026-03-02,2026-03-02\n');
});

it('unpackFile() counts days from 1904 where the file does', async () => {
  const workbook = {
    formats: ['yyyy-mm-dd'],
    sheets: [{ name: 'S', rows: '<row r="1"><c r="A1" s="1"><v>42400</v></c></row>' }],
  };
  const text = async (date1904: boolean): Promise<string | undefined> =>
    (await unpackTexts('r.xlsx', makeXlsx({ ...workbook, date1904 })))[0]?.[1];
  expect(await text(false)).toBe('2016-01-31\n');
  expect(await text(true)).toBe('2020-02-01\n');
});

it('unpackFile() names several sheets, leaves out empty ones and lists hidden ones', async () => {
  const xlsx = makeXlsx({
    sheets: [
      { name: 'Orders', rows: ONE },
      { name: 'Empty', rows: '<row r="4"><c r="A4" s="0"/></row>' },
      { name: 'a/b', rows: ONE },
      { name: 'a b', rows: ONE },
      { name: 'Lookup', rows: ONE, state: 'veryHidden' },
    ],
  });
  const files = await unpackBytes('2026/r.xlsx', xlsx);
  expect(files.map(({ path, leftOut }) => [path, leftOut])).toEqual([
    ['2026/r.xlsx/Orders', null],
    ['2026/r.xlsx/a b', null],
    ['2026/r.xlsx/a b (2)', null],
    ['2026/r.xlsx/Lookup', 'hidden-sheet'],
  ]);
  expect(files[0]?.containers).toEqual(['2026/r.xlsx']);
  const none = makeXlsx({ sheets: [{ name: 'Empty', rows: '' }] });
  expect(await unpackBytes('n.xlsx', none)).toMatchObject([{ leftOut: 'empty-container' }]);
});

it('unpackFile() reads names with a prefix, cells without a place, and other capitals of paths', async () => {
  const parts = xlsxParts({ sheets: [{ name: 'S', rows: '' }] });
  const prefixed = parts.map((part) =>
    part.path === 'xl/worksheets/sheet1.xml'
      ? {
          path: 'xl/Worksheets/Sheet1.xml',
          content:
            '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>é</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
        }
      : part,
  );
  expect(await unpackTexts('s.xlsx', makeZip(prefixed))).toEqual([['s.xlsx', '1,é\n']]);
});

it('unpackFile() gives every row of a long sheet as many cells as the widest', async () => {
  const rows = Array.from({ length: 6000 }, (_, i) =>
    i % 3 === 0 ? [`row ${i}`] : [`row ${i}`, 'é'.repeat(i % 50), i === 5999 ? 'x' : ''],
  );
  const xlsx = makeXlsx({ sheets: [{ name: 'S', rows: textRows(rows) }] });
  const [[, text] = []] = await unpackTexts('r.xlsx', xlsx);
  expect(text).toBe(rows.map(([a = '', b = '', c = '']) => `${a},${b},${c}\n`).join(''));
});

const many = textRows([Array.from({ length: 5001 }, (_, i) => `c${i}`)]);

it.each([
  ['5,001 columns', many, 'export/too-many-columns'],
  ['a far column', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'export/too-many-columns'],
  [
    'a row that cannot be',
    '<row r="900000000"><c><v>1</v></c></row>',
    'export/damaged-spreadsheet',
  ],
  ['rows out of order', '<row r="2"/><row r="1"/>', 'export/damaged-spreadsheet'],
  ['a cell of no column', '<row r="1"><c r="?1"><v>1</v></c></row>', 'export/damaged-spreadsheet'],
  [
    'a text that is not there',
    '<row r="1"><c t="s"><v>9</v></c></row>',
    'export/damaged-spreadsheet',
  ],
  ['XML that ends too early', '<row r="1">', 'export/damaged-spreadsheet'],
  ['an entity of its own', '<row r="1"><c><v>&lol;</v></c></row>', 'export/damaged-spreadsheet'],
  [
    'a row of 11 MB',
    textRows([Array.from({ length: 11 }, () => 'x'.repeat(1024 * 1024))]),
    'export/row-too-long',
  ],
])('unpackFile() refuses a sheet with %s', async (_, rows, code) => {
  const error = await failure(unpackBytes('r.xlsx', makeXlsx({ sheets: [{ name: 'S', rows }] })));
  expect(error.code).toBe(code);
});

it('unpackFile() keeps memory and time small when few bytes name far rows', async () => {
  const rows = `${ONE}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`;
  const [[, text] = []] = await unpackTexts('r.xlsx', makeXlsx({ sheets: [{ name: 'S', rows }] }));
  expect(text?.length).toBe(1048576 + 2);
});

it.each([
  ['old.xls', Buffer.from('Workbook\u0000', 'utf16le'), 'a spreadsheet of the old format (.xls)'],
  ['new.xlsx', Buffer.from('EncryptedPackage', 'utf16le'), 'a spreadsheet with a password'],
])('unpackFile() asks to save %s as CSV or XLSX', async (name, stream, found) => {
  const ole = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    stream,
  ]);
  const error = await failure(unpackBytes(name, ole));
  expect(error.code).toBe('export/old-spreadsheet');
  expect(error.issues[0]?.found).toBe(found);
  if (name === 'old.xls')
    expect(formatGenerateError(error)).toMatchInlineSnapshot(`
    "Cannot read export "old.xls": a spreadsheet of the old format (.xls); expected XLSX without a password, or CSV
      old.xls: found a spreadsheet of the old format (.xls); expected XLSX without a password, or CSV
    Hint: Open the file in a spreadsheet program and save it as CSV or XLSX, without a password; if it is no export, name it under ignoreFiles in portal.config.ts"
  `);
});

it('plainNumber() writes no exponent, and no digits that nobody wrote', () => {
  const cases = ['1E-7', '-2.5E-3', '1E5', '0', '-0.1', '1e400', 'abc', '100000000000000000000'];
  expect(cases.map(plainNumber)).toEqual([
    '0.0000001',
    '-0.0025',
    '100000',
    '0',
    '-0.1',
    '1e400',
    'abc',
    '100000000000000000000',
  ]);
});

it('serialDate() gives a day, a time, or null', () => {
  const cases = [
    '61',
    '60',
    '0.5',
    '45000.9999',
    '45000.99999999',
    '2958465',
    '2958466',
    '-1',
    'x',
    '0',
  ];
  expect(cases.map((text) => serialDate(text, false))).toEqual([
    '1900-03-01',
    null,
    '12:00:00',
    '2023-03-15 23:59:51',
    '2023-03-16',
    '9999-12-31',
    null,
    null,
    null,
    null,
  ]);
});

it('elapsedTime() gives hours beyond a day, and null for days of a calendar', () => {
  const cases = ['0', '0.0209027777777778', '1.0857638888888889', '70', '45000.5', '-1', 'x'];
  expect(cases.map(elapsedTime)).toEqual([
    '00:00:00',
    '00:30:06',
    '26:03:30',
    '1680:00:00',
    null,
    null,
    null,
  ]);
});

it('isDateFormat() looks at letters outside of what is shown as it is', () => {
  const dates = ['dd/mm/yyyy', '[$-409]d\\-mmm', 'yyyy;@', '[h]:mm', 'm/d/yy h:mm AM/PM'];
  const numbers = ['General', '0.00', '"day" 0', '[Red]0', '#,##0\\ "€"', '[$€-2]\\ 0', '0_d', '@'];
  expect(dates.map((code) => isDateFormat(164, code))).toEqual(dates.map(() => true));
  expect(numbers.map((code) => isDateFormat(164, code))).toEqual(numbers.map(() => false));
  expect([14, 22, 47, 0, 4, 49].map((id) => isDateFormat(id, undefined))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

const SAMPLES = '../shared/exports/amazon-ads/samples';

// Counted in the sheets by hand: rows, header, sum of Spend in whole cents, days.
const COUNTED: Record<string, [rows: number, columns: number]> = {
  Sponsored_Products_Advertised_product_report__umairnsr87: [266, 17],
  Sponsored_Products_Placement_report_1__umairnsr87: [546, 15],
  Sponsored_Products_Search_term_report__umairnsr87: [924, 23],
  Sponsored_Products_Targeting_report_1__umairnsr87: [1684, 18],
};

it.skipIf(!existsSync(SAMPLES))(
  'unpackFile() reads the public XLSX samples (needs ../shared)',
  async () => {
    const paths = globSync(`${SAMPLES}/*.xlsx`).sort();
    expect(paths.length).toBe(Object.keys(COUNTED).length);
    for (const path of paths) {
      const [[, text] = []] = await unpackTexts('r.xlsx', readFileSync(path));
      const lines = text?.trimEnd().split('\n') ?? [];
      expect([lines.length, lines[0]?.split(',').length]).toEqual(COUNTED[basename(path, '.xlsx')]);
      expect(lines.slice(1).every((line) => /^2020-02-\d\d,/.test(line))).toBe(true);
    }
  },
);
