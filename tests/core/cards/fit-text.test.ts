import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitText } from '#core/cards/fit-text.ts';

/** Every letter half as wide as the font is high. */
const measure = (text: string, fontSize: number): number => [...text].length * fontSize * 0.5;
const box = { width: 200, maxLines: 2, sizes: [40, 30, 20] };

describe('fitText()', () => {
  test('fitText() takes the largest size at which all words fit', () => {
    expect(fitText('short', box, measure)).toEqual({ fontSize: 40, lines: ['short'] });
    expect(fitText('twelve chars and more', box, measure)).toEqual({
      fontSize: 30,
      lines: ['twelve chars', 'and more'],
    });
  });

  test('fitText() evens out its lines', () => {
    expect(fitText('a bb ccc dddd e', box, measure).lines).toEqual(['a bb ccc', 'dddd e']);
  });

  test('fitText() ends in an ellipsis what does not fit at all', () => {
    const { fontSize, lines } = fitText(
      'one two three four five six seven eight nine ten',
      box,
      measure,
    );
    expect(fontSize).toBe(20);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });

  test('fitText() has no lines for an empty text', () => {
    expect(fitText('  ', box, measure).lines).toEqual([]);
  });

  test('fitText() never leaves its box', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { fontSize, lines } = fitText(text, box, measure);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(measure(line, fontSize)).toBeLessThanOrEqual(200);
      }),
    );
  });
});
