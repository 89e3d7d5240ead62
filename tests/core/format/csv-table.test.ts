import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvTable } from '#core/format/csv-table.ts';

/** RFC 4180, letter by letter. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ',') {
      row.push(cell);
      cell = '';
    } else if (!quoted && letter === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += letter;
  }
  return rows;
}

test('csvTable() reads back as it was, but for apostrophes before formulas', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 1 })), (rows) => {
      const back = readCsv(csvTable(rows));
      expect(back.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
        rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
      );
    }),
  );
});

test('csvTable() leaves no cell that a spreadsheet would run', () => {
  const hostile = ['=HYPERLINK("x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1', '-cmd'];
  for (const [cell] of readCsv(csvTable(hostile.map((text) => [text])))) {
    expect(cell).toMatch(/^'/);
  }
});

test.each(['-5', '-1,234.5', '+3', '12 %', '−3 points', "O'Neill"])(
  'csvTable() leaves %s as it is',
  (text) => {
    expect(readCsv(csvTable([[text]]))).toEqual([[text]]);
  },
);
