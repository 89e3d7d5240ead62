import { describe, expect, test } from 'vitest';
import { drawFace } from '#render/draw-face.ts';
import { roundedPath } from '#render/rounded-path.ts';

describe('roundedPath()', () => {
  test('rounds points where they lie, so that no error adds up', () => {
    expect(roundedPath('M1.4 2.6l.4.4.4.4')).toBe('M1 3l1 0 0 0');
    const steps = Array.from({ length: 100 }, () => '0.4 0.4').join(' ');
    const [, walked = ''] = roundedPath(`M0 0l${steps}`).split('l');
    const sums = (walked.match(/-?\d+/g) ?? []).map(Number);
    expect(sums.filter((_, index) => index % 2 === 0).reduce((sum, step) => sum + step, 0)).toBe(
      40,
    );
  });

  test('goes on from the start of a line that was closed', () => {
    expect(roundedPath('M10.4 10.4h5.2v5.2zl.2.2')).toBe('M10 10h6v6zl1 1');
  });

  test('reads flags of arcs that stand close together, and leaves them', () => {
    expect(roundedPath('M0 0a5.4 5.4 0 0110.2.6')).toBe('M0 0a5 5 0 0 1 10 1');
    expect(roundedPath('M0 0A5.4 5.4 12.5 1 0-3.6 4.4')).toBe('M0 0A5 5 13 1 0-4 4');
  });

  test('rounds to a coarser grid, in which directions and flags stay what they are', () => {
    expect(roundedPath('M10 10l3 3 3 3', 2)).toBe('M5 5l2 2 1 1');
    expect(roundedPath('M0 0a8 8 45 0 1 12 4', 4)).toBe('M0 0a2 2 45 0 1 3 1');
  });

  test('keeps every kind of command and how often each comes', () => {
    expect(roundedPath('m1 1c1.2 0 1.2 1.2 2.4 2.4s1 1 2 2 1 1 2 2q1 1 2 2t1.4 1.4H3.3V4.4Z')).toBe(
      'm1 1c1 0 1 1 2 2s1 1 2 2 1 1 2 2q1 1 2 2t2 2H3V4Z',
    );
  });
});

test('drawFace() draws in whole steps, without a mask as large as the picture', () => {
  const face = drawFace('grandparent');
  expect(face.match(/ d="[^"]*\.[^"]*"/)).toBeNull();
  expect(face).not.toMatch(/<mask|<metadata/);
  expect(face).toContain('viewBox="0 0 872 872"');
});
