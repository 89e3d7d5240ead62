import { differenceEuclidean, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TOKENS, palette, paletteCss, type Tokens } from '#render/palette.ts';

const TEXT = ['ink', 'inkSoft', 'accent', 'good', 'bad', 'warn'] as const;
const MARKS = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6', 'focus'] as const;
const WASHES = ['wash1', 'wash2', 'wash3', 'wash4', 'wash5', 'wash6'] as const;
const GROUNDS = ['paper', 'surface', 'accentSoft', ...WASHES] as const;
const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const apart = differenceEuclidean('oklab');

function expectContrast(tokens: Tokens, text: number): void {
  for (const ground of GROUNDS) {
    for (const token of TEXT) {
      expect(
        wcagContrast(tokens[token], tokens[ground]),
        `${token} on ${ground}`,
      ).toBeGreaterThanOrEqual(text);
    }
    for (const token of MARKS) {
      expect(
        wcagContrast(tokens[token], tokens[ground]),
        `${token} on ${ground}`,
      ).toBeGreaterThanOrEqual(3);
    }
  }
  expect(wcagContrast(tokens.accentInk, tokens.accent)).toBeGreaterThanOrEqual(text);
}

describe('palette()', () => {
  test.each(['#ffffff', '#000000', '#ffff00', '#808080', '#1f4e79', '#ff0000', '#00ff00'])(
    'palette() keeps text at 4.5:1 and marks at 3:1 for %s',
    (color) => {
      const { light, dark, screen } = palette(color);
      expectContrast(light, 4.5);
      expectContrast(dark, 4.5);
      expectContrast(screen, 7);
    },
  );

  test('palette() keeps contrast for any brand colour', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        const { light, dark, screen } = palette(color);
        expectContrast(light, 4.5);
        expectContrast(dark, 4.5);
        expectContrast(screen, 7);
      }),
    );
  });

  test('palette() gives six series colours that can be told apart', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        for (const tokens of Object.values(palette(color)) as Tokens[]) {
          const series = MARKS.slice(0, 6).map((token) => tokens[token]);
          series.forEach((one, index) => {
            for (const other of series.slice(index + 1)) {
              expect(apart(one, other), `${one} and ${other}`).toBeGreaterThan(0.05);
            }
          });
        }
      }),
    );
  });

  test('palette() leaves a brand colour that can be read as it is', () => {
    expect(palette('#1f4e79').light.accent).toBe('#1f4e79');
  });

  test('palette() refuses what is no colour', () => {
    expect(() => palette('brand')).toThrow(TypeError);
  });
});

describe('paletteCss()', () => {
  test('paletteCss() sets every token in every theme', () => {
    const css = paletteCss(palette('#2f5d50'));
    for (const token of TOKENS) {
      const property = `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:#`;
      expect(css.split(property)).toHaveLength(5);
    }
    expect(css).toContain('--ink-soft:');
    expect(css).toContain('@media screen and (prefers-color-scheme:dark)');
    expect(css).not.toMatch(/undefined|NaN/);
  });
});
