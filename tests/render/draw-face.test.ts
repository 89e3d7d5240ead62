import { expect, test } from 'vitest';
import { drawFace } from '#render/draw-face.ts';

test('drawFace() draws light hair and glasses where people ask for them, and the same face each time', () => {
  const faces = [
    drawFace('grandparent'),
    drawFace('grandparent', { hair: 'light' }),
    drawFace('grandparent', { glasses: true }),
    drawFace('grandparent', { hair: 'light', glasses: true }),
  ];
  expect(new Set(faces).size).toBe(4);
  expect(drawFace('grandparent', {})).toBe(faces[0]);
  expect(drawFace('grandparent', { hair: 'light', glasses: true })).toBe(faces[3]);
});
