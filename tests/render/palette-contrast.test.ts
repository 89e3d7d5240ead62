import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkedPalette,
  contrastProblems,
  correctedTones,
  tonePairs,
} from '#render/palette-contrast.ts';
import { TOKENS, palette, type Palette } from '#render/palette.ts';

const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

/** A palette in which one tone of a theme has been spoilt. */
function spoilt(theme: keyof Palette, tone: string, color: string): Palette {
  const sound = palette('#2f5d50');
  return { ...sound, [theme]: { ...sound[theme], [tone]: color } };
}

describe('contrastProblems()', () => {
  test('contrastProblems() finds nothing for any brand colour in light, dark and screen', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        expect(contrastProblems(palette(color))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('contrastProblems() names theme, tone, ground and both ratios', () => {
    expect(contrastProblems(spoilt('light', 'inkSoft', '#999999'))).toMatchInlineSnapshot(`
      [
        "light: inkSoft on paper has 2.68:1; expected at least 4.5:1",
        "light: inkSoft on surface has 2.82:1; expected at least 4.5:1",
        "light: inkSoft on accentSoft has 2.42:1; expected at least 4.5:1",
        "light: inkSoft on wash1 has 2.42:1; expected at least 4.5:1",
        "light: inkSoft on wash2 has 2.38:1; expected at least 4.5:1",
        "light: inkSoft on wash3 has 2.41:1; expected at least 4.5:1",
        "light: inkSoft on wash4 has 2.39:1; expected at least 4.5:1",
        "light: inkSoft on wash5 has 2.37:1; expected at least 4.5:1",
        "light: inkSoft on wash6 has 2.39:1; expected at least 4.5:1",
      ]
    `);
  });

  test('contrastProblems() sees a mark, a hairline and a button that fade', () => {
    expect(contrastProblems(spoilt('dark', 'series4', '#333333')).join()).toContain('series4');
    expect(
      contrastProblems(spoilt('dark', 'rule', palette('#2f5d50').dark.paper)).join(),
    ).toContain('rule');
    expect(contrastProblems(spoilt('screen', 'accentInk', '#777777')).join()).toContain(
      'accentInk',
    );
  });
});

test('tonePairs() covers every token', () => {
  const paired = new Set(tonePairs('light').flatMap(({ tone, ground }) => [tone, ground]));
  expect(TOKENS.filter((token) => !paired.has(token))).toEqual([]);
});

test('tonePairs() asks more of text that is read from metres away', () => {
  const least = (theme: keyof Palette) =>
    tonePairs(theme).find(({ tone }) => tone === 'ink')?.least ?? 0;
  expect(least('screen')).toBeGreaterThan(least('light'));
});

test('checkedPalette() stops a build that could not be read', () => {
  expect(() => checkedPalette(spoilt('light', 'ink', '#dddddd'))).toThrow(/light: ink on paper/);
  expect(checkedPalette(palette('#ffff00'))).toEqual(palette('#ffff00'));
});

test('correctedTones() tells where a brand colour gave way to a readable tone', () => {
  const yellow = palette('#ffff00');
  expect(correctedTones('#ffff00', yellow).get('light')).toBe(yellow.light.accent);
  expect(correctedTones('#ffff00', yellow).has('dark')).toBe(false);
  expect(correctedTones('#1F4E79', palette('#1f4e79')).has('light')).toBe(false);
});
