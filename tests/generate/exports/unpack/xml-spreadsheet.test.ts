import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { failure, readFiles, shopConfig } from '../exports-fixture.ts';
import { unpackBytes, unpackTexts } from './unpack-fixture.ts';

const cell = (text: string, type = 'String', attributes = ''): string =>
  `<Cell${attributes}><Data ss:Type="${type}">${text}</Data></Cell>`;

const sheet = (name: string, rows: string, options = ''): string =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${options}</Worksheet>`;

const HIDDEN =
  '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>';

const workbook = (sheets: string, encoding = ''): string =>
  `<?xml version="1.0"${encoding}?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheets}</Workbook>`;

const ROW = `<Row>${cell('1')}</Row>`;

it('unpackFile() reads each kind of cell of an XML Spreadsheet as the text it stands for', async () => {
  const xml = workbook(
    sheet(
      'S',
      `<Row>${cell('plain, "quoted"')}${cell('a&amp;b', 'String', ' ss:Index="3"')}${cell('two&#10;lines')}</Row>
       <Row ss:Index="3">${cell('2020-02-01T00:00:00.000', 'DateTime')}${cell('2020-02-01T10:30:00.000', 'DateTime')}${cell('1', 'Boolean')}</Row>
       <Row>${cell('000000123', 'Number')}${cell('7.1428571428571425E-2', 'Number')}${cell('#DIV/0!', 'Error')}</Row>
       <Row>${cell('over two', 'String', ' ss:MergeAcross="1"')}<Cell><ss:Data ss:Type="String">third</ss:Data><Comment><ss:Data>a note</ss:Data></Comment></Cell></Row>
       <Row><Cell/></Row>`,
    ),
  );
  const [[path, text] = []] = await unpackTexts('export.xml', xml);
  expect(path).toBe('export.xml');
  expect(text?.split('\n')).toEqual([
    '"plain, ""quoted""",,a&b,"two',
    'lines"',
    '',
    '2020-02-01,2020-02-01 10:30:00,TRUE,',
    '000000123,0.0714285714285714,#DIV/0!,',
    'over two,,third,',
    '',
  ]);
});

it('unpackFile() tells an XML Spreadsheet by its content, whatever it is called, compressed or encoded', async () => {
  const xml = workbook(sheet('S', `<Row>${cell('Größe')}</Row>`), ' encoding="ISO-8859-1"');
  const bytes = Buffer.from(xml, 'latin1');
  for (const [name, content] of [
    ['orders.xls', bytes],
    ['orders.xls.gz', gzipSync(bytes)],
    ['orders.csv', Buffer.from(`\uFEFF${xml}`, 'utf16le')],
  ] as const) {
    expect(await unpackTexts(name, content)).toEqual([[name, 'Größe\n']]);
  }
});

it('unpackFile() names the sheets of an XML Spreadsheet as those of a workbook', async () => {
  const xml = workbook(
    sheet('Orders', ROW) + sheet('Empty', '') + sheet('Lookup', ROW, HIDDEN) + sheet('More', ROW),
  );
  const files = await unpackBytes('r.xml', xml);
  expect(files.map(({ path, leftOut }) => [path, leftOut])).toEqual([
    ['r.xml/Orders', null],
    ['r.xml/More', null],
    ['r.xml/Lookup', 'hidden-sheet'],
  ]);
  expect(await unpackBytes('r.xml', workbook(''))).toMatchObject([{ leftOut: 'empty-container' }]);
});

it.each([
  ['cut off', workbook(sheet('S', ROW)).slice(0, -30)],
  ['rows out of order', workbook(sheet('S', `<Row ss:Index="4"/><Row ss:Index="2"/>`))],
  ['no place', workbook(sheet('S', `<Row>${cell('1', 'String', ' ss:Index="x"')}</Row>`))],
  ['no encoding', workbook(sheet('S', ROW), ' encoding="no-such-letters"')],
])('unpackFile() refuses an XML Spreadsheet that is damaged: %s', async (_, xml) => {
  expect((await failure(unpackBytes('orders.xml', xml))).code).toBe('export/damaged-spreadsheet');
});

it('unpackFile() refuses columns and sheets beyond measure', async () => {
  const wide = workbook(sheet('S', `<Row>${cell('1', 'String', ' ss:Index="5001"')}</Row>`));
  expect((await failure(unpackBytes('a.xml', wide))).code).toBe('export/too-many-columns');
  const many = workbook(Array.from({ length: 256 }, (_, at) => sheet(`S${at}`, ROW)).join(''));
  const error = await failure(unpackBytes('a.xml', many));
  expect(error.message).toContain('a spreadsheet of 256 sheets; expected at most 255');
});

it('readExports() reads the list of customers that Magento hands out as "Excel XML"', async () => {
  const rows = [
    ['ID', 'Name', 'Email', 'Group', 'Customer Since'],
    ['7', 'Ann A', 'ann@example.com', 'General', 'Dec 31, 2023 1:00:00 PM'],
  ];
  const xml = workbook(
    sheet(
      'Customers',
      rows.map((row) => `<Row>${row.map((one) => cell(one)).join('')}</Row>`).join(''),
    ),
  );
  const { files } = await readFiles({ 'export.xml': xml }, shopConfig({}));
  expect(files).toMatchObject([
    { path: 'export.xml', adapter: 'magento2-customers', rows: { in: 1, used: 1 } },
  ]);
});
