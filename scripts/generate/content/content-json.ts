const SIGNIFICANT_DIGITS = 10;

/**
 * JSON as every machine-made file is written: keys sorted, two spaces, final newline, numbers with ten significant
 * digits and no negative zero, so that the same content is the same bytes.
 *
 * @throws TypeError for NaN and infinite numbers, which no file may hold
 * @example contentJson({ b: -0, a: 0.1 + 0.2 }) // => '{\n  "a": 0.3,\n  "b": 0\n}\n'
 */
export function contentJson(value: unknown): string {
  return `${JSON.stringify(normalise(value), null, 2)}\n`;
}

function normalise(value: unknown): unknown {
  if (typeof value === 'number') return roundedNumber(value);
  if (Array.isArray(value)) return value.map(normalise);
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return Object.fromEntries(entries.map(([key, entry]) => [key, normalise(entry)]));
  }
  return value;
}

function roundedNumber(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError(`Cannot write the number ${value} to content`);
  if (Number.isInteger(value)) return value === 0 ? 0 : value;
  return Number(value.toPrecision(SIGNIFICANT_DIGITS)) || 0;
}
