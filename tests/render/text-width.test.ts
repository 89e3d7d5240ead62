import { describe, expect, test } from 'vitest';
import { textWidth } from '#render/text-width.ts';
import { readAdvances } from '#render/woff-advances.ts';
import { readFont } from '#render/fonts.ts';

describe('textWidth()', () => {
  test('textWidth() grows with size, weight and letters', () => {
    expect(textWidth('', 14)).toBe(0);
    expect(textWidth('aa', 14)).toBeCloseTo(2 * textWidth('a', 14));
    expect(textWidth('a', 28)).toBeCloseTo(2 * textWidth('a', 14));
    expect(textWidth('iiii', 14)).toBeLessThan(textWidth('mmmm', 14));
    expect(textWidth('Figures', 14, 600)).toBeGreaterThan(textWidth('Figures', 14));
  });
});

describe('readAdvances()', () => {
  test('readAdvances() reads the advances that the font holds', () => {
    // Read with another parser (fontkitten): advance of "m" ÷ units per em.
    const advances = readAdvances(readFont('instrument-sans', 'latin-400-normal'));
    expect(advances.of('m'.codePointAt(0) ?? 0)).toBeCloseTo(0.922, 3);
    expect(advances.of(0x65e5)).toBeUndefined();
  });

  test('readAdvances() refuses what is no WOFF file', () => {
    expect(() => readAdvances(Buffer.from('wOF2 and more'))).toThrow(/not a WOFF file/);
  });
});
