/**
 * Nice ticks – round steps for an axis that covers a range.
 * Definition: steps of 1, 2, 2.5 or 5 times a power of ten, about as many as asked; the first tick lies at or below
 * the low end, the last at or above the high end.
 * Source: P. S. Heckbert, "Nice numbers for graph labels", Graphics Gems (1990).
 * Empty case: a range without length is widened by its own size, or by 1 at zero.
 * @example niceTicks(0, 0.93, 4) // => [0, 0.25, 0.5, 0.75, 1]
 */
export function niceTicks(low: number, high: number, steps: number): number[] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    throw new RangeError(`Cannot find ticks from ${low} to ${high}; expected finite numbers`);
  }
  // A range that is lost in the rounding of its own ends has no length either.
  if (high - low <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9 || high - low < 1e-12) {
    const room = Math.abs(low) > 1e-12 ? Math.abs(low) : 1;
    return niceTicks(low < 0 ? low - room : low, low < 0 ? low : low + room, steps);
  }
  const rough = (high - low) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((nice) => nice * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    // Without this, three tenths would read 0.30000000000000004.
    Number(((first + index) * step).toPrecision(12)),
  );
}
