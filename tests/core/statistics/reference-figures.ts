import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Figures made with R and SciPy; provenance in tests/fixtures/statistics/README.md. */
export function referenceFigures<T>(name: string): T {
  return JSON.parse(readFileSync(`tests/fixtures/statistics/${name}.json`, 'utf8')) as T;
}

export interface Proportions {
  normalCdf: [number, number][];
  normalQuantile: [number, number][];
  gammaTail: [number, number, number][];
  wilson: [number, number, number, number][];
  newcombe: [number, number, number, number, number, number][];
  pValue: [number, number, number, number, number][];
  chiSquare: [number[], number[], number][];
  holm: [number[], number[]][];
}

/** Equal up to rounding, also far in the tails where an absolute tolerance would accept anything. */
export function expectClose(actual: number | null | undefined, expected: number, relative = 1e-9) {
  expect(actual).toBeTypeOf('number');
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(
    Math.max(1e-14, Math.abs(expected) * relative),
  );
}
