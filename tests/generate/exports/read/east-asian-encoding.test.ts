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

/** "유기농 현미 스낵" (organic rice snack) in EUC-KR, and "똠양 소스 상품 단위" (tom yum sauce, goods, unit), whose first syllable only cp949 has. */
const KOREAN = Buffer.from('c0afb1e2b3f320c7f6b9cc20bdbab3bc', 'hex');
const KOREAN_OF_WINDOWS = Buffer.from('8c63bee720bcd2bdba20bbf3c7b020b4dcc0a7', 'hex');
/** "有機高山烏龍茶" (oolong tea of high mountains) in Big5. */
const TAIWANESE = Buffer.from('a6b3bef7b0aaa473af51c073aff9', 'hex');

it('readExports() reads Japanese, Korean and Chinese files of Windows', async () => {
  for (const [bytes, title] of [
    [JAPANESE, 'ティーカップ'],
    [CHINESE, '青花瓷茶杯'],
    [KOREAN, '유기농 현미 스낵'],
    [KOREAN_OF_WINDOWS, '똠양 소스 상품 단위'],
    [TAIWANESE, '有機高山烏龍茶'],
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

it('eastAsianEncoding() tells Chinese of Taiwan from that of the mainland, and both from Korean', () => {
  // "訂單編號,商品名稱,數量,金額" and "订单编号,商品名称,数量,金额": number of order, name, pieces, amount.
  const taiwan = 'ad71b3e6bd73b8b92cb0d3ab7ea657bad92cbcc6b6712caaf7c342';
  const mainland = 'b6a9b5a5b1e0bac52cc9ccc6b7c3fbb3c62ccafdc1bf2cbdf0b6ee';
  // "주문번호,상품명,수량,결제금액"
  const korea = 'c1d6b9aeb9f8c8a32cbbf3c7b0b8ed2cbcf6b7ae2cb0e1c1a6b1ddbed7';
  const encodings = [taiwan, mainland, korea].map((hex) =>
    eastAsianEncoding(Buffer.from(hex, 'hex')),
  );
  expect(encodings).toEqual(['big5', 'gb18030', 'euc-kr']);
});

it('eastAsianEncoding() knows a Japanese table without syllables', () => {
  // "注文番号,商品名,個数,単価,合計": number of order, name, pieces, price, sum.
  const header = '928d95b694d48d862c8fa4956996bc2c8cc290942c925089bf2c8d878c76';
  expect(eastAsianEncoding(Buffer.from(header, 'hex'))).toBe('shift_jis');
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
