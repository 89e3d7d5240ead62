import { expect, it } from 'vitest';
import { readFiles, shopConfig } from '../exports-fixture.ts';
import { makeXlsx } from '../unpack/make-xlsx.ts';

/** Rows of a sheet, with cells left out where they are empty, as spreadsheet programs write them. */
function sheetRows(rows: string[][]): string {
  const cell = (text: string, column: number, row: number): string =>
    text === ''
      ? ''
      : `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>`;
  return rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((text, column) => cell(text, column, row)).join('')}</row>`,
    )
    .join('');
}

it('surveys are read from semicolons, UTF-16 and workbooks, and damaged ids are rejected', async () => {
  const surveymonkey = [
    ['Respondent ID', 'Collector ID', 'End Date', 'Do you own, or want, one?', '', 'Phone Number'],
    ['', '', '', 'Own', 'Want', 'Open-Ended Response'],
    ['1100000001', '9', '06/30/2026 11:30:00 PM', '', 'Want', '020 7946 0958'],
  ];
  const typeform = [
    '#\tHow likely?\tStart Date (UTC)\tSubmit Date (UTC)\tNetwork ID',
    'abc\t7\t2026-01-05 10:00:00\t2026-01-05 10:01:00\tff',
  ];
  const damaged = [
    'Respondent ID,How was it?',
    '1.10E+09,Good',
    '1100000002,Fair',
    '1100000002,Better',
  ];
  const { files, engine } = await readFiles(
    {
      'damaged.csv': `${damaged.join('\n')}\n`,
      'german.csv':
        'Timestamp;Wie war es, insgesamt?;E-Mail-Adresse\n31.01.2026 15:04:05;"Gut; sehr";x@example.com\n',
      'semicolons.csv': `\ufeff${surveymonkey.map((cells) => cells.join(';')).join('\r\n')}\r\n`,
      'utf16.csv': Buffer.from(`\ufeff${typeform.join('\n')}\n`, 'utf16le'),
      'workbook.xlsx': makeXlsx({ sheets: [{ name: 'Sheet', rows: sheetRows(surveymonkey.map((cells, row) => (row === 2 ? ['1100000009', ...cells.slice(1)] : cells))) }] }),
    },
    shopConfig({ limits: { rejectedShare: 0.5 } }),
  ); // prettier-ignore
  expect(files.map(({ adapter, rows }) => [adapter, Object.values(rows)])).toEqual([
    ['surveymonkey-plain', [3, 1, 1, 1]],
    ['google-forms', [1, 1, 0, 0]],
    ['surveymonkey', [1, 1, 0, 0]],
    ['typeform', [1, 1, 0, 0]],
    ['surveymonkey', [1, 1, 0, 0]],
  ]);
  expect(files[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: 'row/spreadsheet-damage', rows: 1 }),
  );
  const answers = await engine.rows(
    'SELECT survey, question, answer, answered_on::VARCHAR AS "on" FROM survey_responses ORDER BY ALL',
  );
  expect(answers.map(Object.values)).toEqual([
    ['damaged', 'How was it?', 'Better', null],
    ['german', 'Wie war es, insgesamt?', 'Gut; sehr', '2026-01-31'],
    ['semicolons', 'Do you own, or want, one?', 'Want', '2026-06-30'],
    ['utf16', 'How likely?', '7', '2026-01-05'],
    ['workbook', 'Do you own, or want, one?', 'Want', '2026-06-30'],
  ]);
});
