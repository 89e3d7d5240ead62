import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TOKENS, customProperty } from '#render/palette.ts';

const folder = 'src/styles';
const names = readdirSync(folder).filter((name) => name.endsWith('.css'));
const sheets = names.map((name) => ({
  name,
  css: readFileSync(`${folder}/${name}`, 'utf8').replace(/\/\*.*?\*\//gs, ''),
}));
const tokens = sheets.find(({ name }) => name === 'tokens.css')?.css ?? '';

/** Pixels that `clamp(a rem, b rem + c vw, d rem)` comes to on a page so many pixels wide. */
function pixels(clamp: string, width: number): number {
  const [low = 0, fixed = 0, share = 0, high = 0] = [...clamp.matchAll(/([\d.]+)(?:rem|vw)/g)].map(
    ([, value]) => Number(value),
  );
  return Math.min(Math.max(low * 16, fixed * 16 + (share * width) / 100), high * 16);
}

const sizes = [...tokens.matchAll(/--(size-[\w-]+):\s*(clamp\([^)]*\))/g)].map(
  ([, name = '', clamp = '']) => ({ name, clamp }),
);

describe('the tokens', () => {
  test('set no text under 13 pixels, on a phone or on a wall', () => {
    expect(sizes.length).toBeGreaterThan(5);
    for (const { name, clamp } of sizes) {
      expect(pixels(clamp, 320), name).toBeGreaterThanOrEqual(13);
    }
  });

  test.each([320, 768, 1280, 1920, 3840])('keep one step above the other at %i pixels', (width) => {
    const scale = ['small', 'text', 'large', 'title', 'name', 'cover'].map((step) =>
      pixels(sizes.find(({ name }) => name === `size-${step}`)?.clamp ?? '', width),
    );
    expect(scale).toEqual([...scale].sort((a, b) => a - b));
    expect(new Set(scale).size).toBe(scale.length);
  });

  test('stand still for whoever asked for reduced motion', () => {
    const reduced = /prefers-reduced-motion: reduce\)\s*{\s*:root\s*{([^}]*)}/.exec(tokens)?.[1];
    const motions = [...tokens.matchAll(/--(motion-(?!ease)[\w-]+):/g)].map(([, name]) => name);
    expect(new Set(motions).size).toBeGreaterThan(1);
    for (const motion of new Set(motions)) expect(reduced).toContain(`--${motion}: 0s`);
  });
});

describe('the style sheets', () => {
  const all = sheets.map(({ css }) => css).join('\n');
  const colors = TOKENS.map(customProperty);
  const defined = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));

  test('use only tokens that exist, or say what stands in for them', () => {
    const used = new Set([...all.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name ?? ''));
    expect([...used].filter((name) => !defined.has(name) && !colors.includes(name))).toEqual([]);
  });

  test('take every colour from the brand: none is written out', () => {
    const written = sheets.flatMap(({ name, css }) =>
      [...css.matchAll(/:\s*[^;{]*#[0-9a-f]{3,8}\b[^;{]*;/gi)].map(([text]) => `${name}${text}`),
    );
    expect(written).toEqual([]);
  });
});
