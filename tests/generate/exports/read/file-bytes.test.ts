import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanFile, writeAsUtf8 } from '#generate/exports/read/file-bytes.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-bytes-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A file is read in pieces of a megabyte. */
const PIECE = 1024 * 1024;

describe('scanFile()', () => {
  it.each([
    ['a,b\n1,2\n', { oddSpaces: false, backslashes: false }],
    ['a,b\n1\t,2\n', { oddSpaces: true, backslashes: false }],
    ['a,b\n1,\u00a02\n', { oddSpaces: true, backslashes: false }],
    ['a,b\n1,\\N\n', { oddSpaces: false, backslashes: true }],
    // Halves of it alone are other letters.
    ['a,b\n1,®à\n', { oddSpaces: false, backslashes: false }],
    [`a,${'b'.repeat(PIECE - 3)}\u00a0\n`, { oddSpaces: true, backslashes: false }],
    [`a,${'b'.repeat(PIECE)}\t\\\n`, { oddSpaces: true, backslashes: true }],
    ['a,b\n1,9.21E-11\n', { spreadsheetMarks: false }],
    ['a,b\n1,9.21E+11\n', { spreadsheetMarks: true }],
    // Between two pieces.
    [`a,${'b'.repeat(PIECE - 3)}E+1\n`, { spreadsheetMarks: true }],
    [`a,${'b'.repeat(PIECE - 6)}FALSE\n`, { spreadsheetMarks: true }],
    [`a,${'b'.repeat(PIECE - 4)}FALSE\n`, { spreadsheetMarks: true }],
  ])('tells which rare letters a file holds', async (text, rare) => {
    const path = join(folder, 'a.csv');
    writeFileSync(path, text);
    const scan = await scanFile(path, false, { delimiter: ',', skipLines: 0, columns: 2 });
    expect(scan).toMatchObject({ ...rare, validUtf8: true });
  });
});

describe('writeAsUtf8()', () => {
  it('puts letters and their accents together, also where a piece of the file ends between them', async () => {
    const [path, copy] = [join(folder, 'decomposed.csv'), join(folder, 'composed.csv')];
    const name = 'Qté,Größe,🙂\r\n';
    const accented = name.normalize('NFD');
    const dialect = { delimiter: ',', skipLines: 0, columns: 3 };
    for (let before = PIECE - Buffer.byteLength(accented); before <= PIECE; before += 1) {
      const filled = 'x'.repeat(before - 1);
      writeFileSync(path, `${filled}\n${accented}`);
      expect(await scanFile(path, false, dialect)).toMatchObject({ combiningAccents: true });
      const from = { path, compressed: false, encoding: 'utf-8' as const, mixedLineBreaks: true };
      await writeAsUtf8(from, copy);
      expect(readFileSync(copy, 'utf8').slice(before - 2)).toBe(`x\n${name.replace('\r', '')}`);
    }
  });
});
