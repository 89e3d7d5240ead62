import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { multiplierAlone, multiplierWords } from '#core/format/multiplier-words.ts';

const FORMATS = { locale: 'en-US', currency: 'USD', timeZone: 'UTC' };
const say = (times: number) => multiplierWords(times, FORMATS);

describe('multiplierWords()', () => {
  test.each([
    [0, 'less than a tenth'],
    [0.03, 'less than a tenth'],
    [0.1, 'a tenth'],
    [0.2, 'a fifth'],
    [0.25, 'a quarter'],
    [0.27, 'just over a quarter'],
    [0.28, 'just under three tenths'],
    [0.3, 'three tenths'],
    [0.36, 'just over a third'],
    [0.34, 'a third'],
    [0.48, 'about half'],
    [0.5, 'half'],
    [0.54, 'just over half'],
    [0.55, 'just under three fifths'],
    [0.584, 'about three fifths'],
    [0.6, 'three fifths'],
    [0.61, 'three fifths'],
    [0.62, 'about three fifths'],
    [0.72, 'about three quarters'],
    [0.83, 'about four fifths'],
    [0.9, 'nearly'],
    [0.97, 'about'],
    [1, 'about'],
    [1.04, 'about'],
    [1.06, '1.1×'],
    [4.1, '4.1×'],
  ])('multiplierWords() says of %d: %s', (times, expected) => {
    expect(say(times)).toBe(expected);
  });

  test('multiplierWords() writes no sign below one, and names a part within an eighth of the figure', () => {
    const parts: Record<string, number> = {
      'a tenth': 0.1,
      'an eighth': 0.125,
      'a seventh': 1 / 7,
      'a sixth': 1 / 6,
      'a fifth': 0.2,
      'a quarter': 0.25,
      'three tenths': 0.3,
      'a third': 1 / 3,
      'two fifths': 0.4,
      half: 0.5,
      'three fifths': 0.6,
      'two thirds': 2 / 3,
      'three quarters': 0.75,
      'four fifths': 0.8,
    };
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.95, noNaN: true, maxExcluded: true }), (times) => {
        const said = say(times);
        expect(said).not.toMatch(/[×\d]/);
        if (said === 'nearly' || said === 'less than a tenth') {
          expect(said === 'nearly' ? times >= 0.87 : times < 0.1).toBe(true);
          return;
        }
        const part = parts[said.replace(/^(?:about|just over|just under) /, '')] ?? 0;
        expect(Math.max(times / part, part / times)).toBeLessThan(1.125);
        if (said.startsWith('just over')) expect(times).toBeGreaterThan(part);
        if (said.startsWith('just under')) expect(times).toBeLessThan(part);
      }),
    );
  });

  test('multiplierWords() says about the same of both sides of one, and the figure above', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.951, max: 1.049, noNaN: true }), (times) => {
        expect(say(times)).toBe('about');
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1.051, max: 1e6, noNaN: true }), (times) => {
        expect(say(times)).toMatch(/^[\d,.]+×$/);
      }),
    );
  });

  test('multiplierWords() refuses what is no multiplier', () => {
    for (const times of [-0.1, Number.NaN, Infinity]) expect(() => say(times)).toThrow(RangeError);
  });
});

describe('multiplierAlone()', () => {
  test.each([
    [0.5, 'half'],
    [0.9, 'nearly the same'],
    [0.97, 'about the same'],
    [1.04, 'about the same'],
    [2, '2×'],
  ])('multiplierAlone() says of %d: %s', (times, expected) => {
    expect(multiplierAlone(times, FORMATS)).toBe(expected);
  });
});
