import { COLOR } from './chart-colors.ts';
import type { Gradient } from './chart-spec.ts';

/** Bands of colour across a bubble with one kind of stripes; more stripes are narrower. */
const BANDS = 4;

/**
 * What a bubble is filled with: its Portrait's colour, striped where another Portrait has it plain.
 * @example bubbleFill(2, 0) // => 'var(--series2)'
 */
export function bubbleFill(tone: number, stripes: number): string | Gradient {
  const own = `var(--series${tone})`;
  if (stripes === 0) return own;
  const parts = BANDS * stripes * 2 - 1;
  return {
    gradient: 'linear',
    stops: Array.from({ length: parts }, (_, at) => at).flatMap((at) => {
      const color = at % 2 === 0 ? own : COLOR.ground;
      return [at, at + 1].map((edge) => ({ offset: Number((edge / parts).toFixed(2)), color }));
    }),
  };
}
