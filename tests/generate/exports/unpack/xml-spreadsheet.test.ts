import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { failure, readFiles, shopConfig } from '../exports-fixture.ts';
import { makeXmlSpreadsheet, xmlCell, xmlRows, xmlSheet } from './make-xml-spreadsheet.ts';
import { unpackBytes, unpackTexts } from './unpack-fixture.ts';

const HIDDEN =
  '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>';

const ROW = `<Row>${xmlCell('1')}</Row>`;

it('unpackFile() reads each kind of cell of an XML Spreadsheet as the text it stands for', async () => {
  const xml = makeXmlSpreadsheet(
    xmlSheet(
      'S',
      `<Row>${xmlCell('plain, "quoted"')}${xmlCell('a&amp;b', 'String', ' ss:Index="3"')}${xmlCell('two&#10;lines')}</Row>
       <Row ss:Index="3">${xmlCell('2020-02-01T00:00:00.000', 'DateTime')}${xmlCell('2020-02-01T10:30:00.000', 'DateTime')}${xmlCell('1', 'Boolean')}</Row>
       <Row>${xmlCell('000000123', 'Number')}${xmlCell('7.1428571428571425E-2', 'Number')}${xmlCell('#DIV/0!', 'Error')}</Row>
       <Row>${xmlCell('over two', 'String', ' ss:MergeAcross="1"')}<Cell><ss:Data ss:Type="String">third</ss:Data><Comment><ss:Data>a note</ss:Data></Comment></Cell></Row>
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
  const xml = makeXmlSpreadsheet(
    xmlSheet('S', `<Row>${xmlCell('Größe')}</Row>`),
    ' encoding="ISO-8859-1"',
  );
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
  const xml = makeXmlSpreadsheet(
    xmlSheet('Orders', ROW) +
      xmlSheet('Empty', '') +
      xmlSheet('Lookup', ROW, HIDDEN) +
      xmlSheet('More', ROW),
  );
  const files = await unpackBytes('r.xml', xml);
  expect(files.map(({ path, leftOut }) => [path, leftOut])).toEqual([
    ['r.xml/Orders', null],
    ['r.xml/More', null],
    ['r.xml/Lookup', 'hidden-sheet'],
  ]);
  expect(await unpackBytes('r.xml', makeXmlSpreadsheet(''))).toMatchObject([
    { leftOut: 'empty-container' },
  ]);
});

it.each([
  ['cut off', makeXmlSpreadsheet(xmlSheet('S', ROW)).slice(0, -30)],
  [
    'rows out of order',
    makeXmlSpreadsheet(xmlSheet('S', `<Row ss:Index="4"/><Row ss:Index="2"/>`)),
  ],
  [
    'no place',
    makeXmlSpreadsheet(xmlSheet('S', `<Row>${xmlCell('1', 'String', ' ss:Index="x"')}</Row>`)),
  ],
  ['no encoding', makeXmlSpreadsheet(xmlSheet('S', ROW), ' encoding="no-such-letters"')],
])('unpackFile() refuses an XML Spreadsheet that is damaged: %s', async (_, xml) => {
  expect((await failure(unpackBytes('orders.xml', xml))).code).toBe('export/damaged-spreadsheet');
});

it('unpackFile() refuses columns and sheets beyond measure', async () => {
  const wide = makeXmlSpreadsheet(
    xmlSheet('S', `<Row>${xmlCell('1', 'String', ' ss:Index="5001"')}</Row>`),
  );
  expect((await failure(unpackBytes('a.xml', wide))).code).toBe('export/too-many-columns');
  const many = makeXmlSpreadsheet(
    Array.from({ length: 256 }, (_, at) => xmlSheet(`S${at}`, ROW)).join(''),
  );
  const error = await failure(unpackBytes('a.xml', many));
  expect(error.message).toContain('a spreadsheet of 256 sheets; expected at most 255');
});

it('readExports() reads the list of customers that Magento hands out as "Excel XML"', async () => {
  const rows = [
    ['ID', 'Name', 'Email', 'Group', 'Customer Since'],
    ['7', 'Ann A', 'ann@example.com', 'General', 'Dec 31, 2023 1:00:00 PM'],
  ];
  const xml = makeXmlSpreadsheet(xmlSheet('Customers', xmlRows(rows)));
  const { files } = await readFiles({ 'export.xml': xml }, shopConfig({}));
  expect(files).toMatchObject([
    { path: 'export.xml', adapter: 'magento2-customers', rows: { in: 1, used: 1 } },
  ]);
});
