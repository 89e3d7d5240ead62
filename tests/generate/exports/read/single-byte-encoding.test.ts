import { describe, expect, it } from 'vitest';
import { singleByteEncoding } from '#generate/exports/read/single-byte-encoding.ts';
import { readFiles } from '../exports-fixture.ts';

/** Writes a text in an encoding of one byte a letter. */
function encode(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const byLetter = new Map(bytes.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from(Array.from(text, (letter) => byLetter.get(letter) ?? 0x3f));
}

const HEADER = 'order,placedAt,email,sku,title,quantity,unitPrice\n';
const orders = (...titles: string[]): string =>
  `${HEADER}${titles.map((title, index) => `${String(index)},2026-03-01,a@example.com,S,${title},1,9.50`).join('\n')}\n`;

const RUSSIAN = orders('Зимняя куртка', 'Шерстяной шарф синий');
const UKRAINIAN = orders('Зимова куртка жіноча', 'Вовняний шарф синього кольору та рукавиці');
const POLISH = orders('Żółta kurtka zimowa', 'Płaszcz wełniany', 'Rękawiczki skórzane małe');
const CZECH = orders('Pánské šaty', 'Kožešinové rukavice', 'Přešitá taška', 'Čepice černá, příjemně teplá'.replace(',', ' a'), 'Dřevěný věšák'); // prettier-ignore
const GERMAN = orders('Mäntel für Größe 40', 'Röcke', 'Schöne Tücher');
const FRENCH = orders('Théière émaillée', 'Crème à l’été', 'Boîte à goûter');
const PORTUGUESE = orders('Calções de verão', 'Botões', 'Sabão e limões');
const SLOVENE = orders('Otroška čepica', 'Volnene rokavice za žene');
const GREEK = orders('Χειμερινό μπουφάν', 'Μάλλινο κασκόλ μπλε', 'Γάντια για παιδιά');
const HEBREW = orders('מעיל חורף לגברים', 'צעיף צמר כחול', 'כפפות לילדים');

describe('singleByteEncoding()', () => {
  it.each([
    ['windows-1251', RUSSIAN, 'windows-1251'],
    ['windows-1251', UKRAINIAN, 'windows-1251'],
    ['windows-1250', POLISH, 'windows-1250'],
    ['windows-1250', CZECH, 'windows-1250'],
    ['macintosh', GERMAN, 'macintosh'],
    ['macintosh', FRENCH, 'macintosh'],
    [null, GERMAN, 'windows-1252'],
    [null, FRENCH, 'windows-1252'],
    [null, PORTUGUESE, 'windows-1252'],
    [null, SLOVENE, 'windows-1250'],
    [null, GREEK, 'windows-1253'],
    [null, HEBREW, 'windows-1255'],
  ])('says %s of letters that can be of no other', (expected, text, written) => {
    expect(singleByteEncoding(encode(text, written))).toBe(expected);
  });

  it('lets titles be read as they were written', async () => {
    for (const [text, written, title] of [
      [RUSSIAN, 'windows-1251', 'Зимняя куртка'],
      [POLISH, 'windows-1250', 'Żółta kurtka zimowa'],
      [GERMAN, 'macintosh', 'Mäntel für Größe 40'],
    ] as const) {
      const { engine } = await readFiles({ 'orders.csv': encode(text, written) });
      const [line] = await engine.rows(`SELECT title FROM order_lines WHERE order_key LIKE '%:0'`);
      expect(line).toEqual({ title });
    }
  });
});
