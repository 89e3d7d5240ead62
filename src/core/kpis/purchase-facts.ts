import type { Fact } from '#core/schemas/fact.ts';
import { PURCHASE } from './kpi-definition.ts';

/** How many purchases stand behind net revenue, and how many more or fewer than a year before. */
export interface PurchaseFacts {
  current: Fact;
  change: Fact | null;
}

/**
 * Purchases – the factor of net revenue that is no KPI of its own.
 * Definition: what the figure of net revenue counts, in its twelve months and in those before; the change as a share of
 * the year before.
 * Source: that of net revenue.
 * Empty case: null where another tool states net revenue, or too few people stand behind it; no change without a year before.
 * @param facts of net revenue
 * @param label "Purchases"
 * @example purchaseFacts([], 'Purchases') // => null
 */
export function purchaseFacts(facts: readonly Fact[], label: string): PurchaseFacts | null {
  const counted = (id: string) =>
    facts.find(
      (fact) => fact.id === id && fact.value !== null && fact.counted === 'purchases' && fact.n > 0,
    );
  const now = counted('current');
  const before = counted('yearAgo');
  if (!now) return null;
  const { period, asOf, sources, n } = now;
  const head = { label, n, counted: 'purchases' as const, period, asOf, sources };
  return {
    current: {
      ...head,
      id: 'purchases',
      unit: 'count',
      formula: `Purchases of the period; ${PURCHASE}`,
      status: 'ok',
      value: n,
    },
    change: before
      ? {
          ...head,
          id: 'purchasesChange',
          unit: 'ratio',
          formula: 'Current ÷ a year before − 1',
          status: 'ok',
          value: n / before.n - 1,
        }
      : null,
  };
}
