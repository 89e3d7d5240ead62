import type { Fact } from '#core/schemas/fact.ts';

/** From these shares of a year's orders on a month is drawn one step darker; an even month has 8.3 %. */
export const MONTH_STEPS = [0.05, 0.1, 0.2, 0.4] as const;

/** How dark a month is drawn: 0 for hardly any orders up to 4; "hidden" where its share is not shown. */
export function monthStep(fact: Fact | null): number | 'hidden' {
  if (fact?.status !== 'ok') return 'hidden';
  return MONTH_STEPS.filter((step) => Number(fact.value) >= step).length;
}
