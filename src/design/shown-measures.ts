import type { KpiPoint } from '#core/schemas/kpi.ts';
import type { Measure } from '#core/schemas/measure.ts';

/** When everything that is shown was measured. */
export const PERIOD = { from: '2025-11-01', to: '2026-10-31' };
export const AS_OF = '2026-10-31';

/** A figure, with an interval where a margin is given. */
export const measured = (value: number, margin = 0, n = 5_120): Measure => ({
  status: 'ok',
  value,
  n,
  numerator: value * n,
  denominator: n,
  ...(margin > 0
    ? {
        interval: {
          low: value - margin,
          high: value + margin,
          level: 0.95,
          method: 'Wilson score',
        },
      }
    : {}),
});

export const withheld: Measure = {
  status: 'suppressed',
  value: null,
  n: 0,
  numerator: null,
  denominator: null,
  reason: 'Fewer than 10 customers: withheld to protect them',
};

/** So many months, of which the last three may still change. */
export function months(count: number, valueOf: (index: number) => Measure): KpiPoint[] {
  return Array.from({ length: count }, (_, index) => {
    const month = `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return {
      month,
      period: { from: `${month}-01`, to: `${month}-28` },
      measure: valueOf(index),
      mature: index < count - 3,
    };
  });
}

/** A month of a series that goes up and down. */
export const wave = (index: number, margin = 0.018): Measure =>
  measured(0.21 + 0.04 * Math.sin(index / 2), margin);
