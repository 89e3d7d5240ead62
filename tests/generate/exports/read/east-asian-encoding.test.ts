import { expect, it } from 'vitest';
import { eastAsianEncoding } from '#generate/exports/read/east-asian-encoding.ts';
import { ORDERS_HEADER, readFiles } from '../exports-fixture.ts';

/** The bytes of "ティーカップ" (teacup) in Shift_JIS. */
const JAPANESE = Buffer.from('8365834281 5b834a83628376'.replace(' ', ''), 'hex');
/** The bytes of "青花瓷茶杯" (porcelain teacup) in GB2312. */
const CHINESE = Buffer.from('c7e0bba8b4c9b2e8b1ad', 'hex');

function order(title: Buffer): Buffer {
  const [before, after] = ['1,2026-03-14,ann@example.com,S-1,', ',1,20\n'];
  return Buffer.concat([Buffer.from(`${ORDERS_HEADER}\n${before}`), title, Buffer.from(after)]);
}

it('readExports() reads Japanese and Chinese files of Windows', async () => {
  for (const [bytes, title] of [
    [JAPANESE, 'ティーカップ'],
    [CHINESE, '青花瓷茶杯'],
  ] as const) {
    const { engine } = await readFiles({ 'orders.csv': order(bytes) });
    expect(await engine.rows('SELECT title FROM order_lines')).toEqual([{ title }]);
  }
});

it('eastAsianEncoding() knows a file that ends in the middle of a letter', () => {
  expect(eastAsianEncoding(order(JAPANESE).subarray(0, -8))).toBe('shift_jis');
  expect(eastAsianEncoding(Buffer.concat([order(CHINESE), CHINESE.subarray(0, 1)]))).toBe(
    'gb18030',
  );
});

it.each([
  'Größe,Maß,Größe\nGröße XL;Füße;süß\n',
  'café crème, pâté, œuvre, œufs brûlés, « à la carte »\n',
  '‚Äpfel‘ und ‚Öl‘ – „Übermaß“ …\n',
  'Señor Núñez, ¿qué?, ¡ñandú!, 5€\n',
  'smørrebrød åäö ÅÄÖ blåbær\n',
  'æøå ÆØÅ\n',
])('eastAsianEncoding() leaves Western letters alone: %s', (text) => {
  expect(eastAsianEncoding(cp1252(text))).toBeNull();
});

/** The text in Windows-1252. */
function cp1252(text: string): Buffer {
  const decoder = new TextDecoder('windows-1252');
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Buffer.from(Array.from(text, (letter) => byteOf.get(letter) ?? 0x3f));
}
