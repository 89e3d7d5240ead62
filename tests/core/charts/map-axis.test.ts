import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapAxis, placeOn } from '#core/charts/map-axis.ts';

test('mapAxis() begins at zero while the largest figure is at most six times the smallest', () => {
  expect(mapAxis([10, 60], 4)).toMatchObject({ low: 0, isByRatio: false });
  expect(mapAxis([10, 61], 4)).toMatchObject({ isByRatio: true });
});

test('mapAxis() sets small figures apart beside one that is 25 times as large', () => {
  const values = [40, 55, 72, 115, 240, 1000];
  const axis = mapAxis(values, 4);
  expect(axis.ticks).toEqual([50, 100, 200, 500, 1000]);
  const places = values.map((value) => placeOn(axis, value));
  expect(Math.max(...places.slice(0, 5)) - Math.min(...places)).toBeGreaterThan(0.3);
});

test('mapAxis() has no ratios where a figure is zero or below', () => {
  expect(mapAxis([0, 100], 4)).toMatchObject({ low: 0, high: 150, isByRatio: false });
  expect(mapAxis([], 4)).toEqual({
    low: 0,
    high: 1,
    ticks: [0, 0.25, 0.5, 0.75, 1],
    isByRatio: false,
  });
});

test('mapAxis() has every figure and three ticks or more inside its span, a bubble away from a low end of ratios', () => {
  const figure = fc.double({ min: 0.5, max: 20_000, noNaN: true });
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 12 }), (values) => {
      const axis = mapAxis(values, 4);
      expect(axis.ticks.length).toBeGreaterThanOrEqual(3);
      expect(axis.ticks.length).toBeLessThanOrEqual(9);
      for (const tick of axis.ticks) {
        expect(placeOn(axis, tick)).toBeGreaterThan(-1e-9);
        expect(placeOn(axis, tick)).toBeLessThan(1 + 1e-9);
      }
      for (const value of values) {
        // 35 of 360 pixels is the largest bubble with its ring.
        expect(placeOn(axis, value)).toBeGreaterThan(axis.isByRatio ? 0.097 : 0);
        expect(placeOn(axis, value)).toBeLessThan(1);
      }
    }),
  );
});
