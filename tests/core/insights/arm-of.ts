import type { ArmCounts } from '#core/insights/arm-counts.ts';

/** An arm of 10,000 with usual counts; a test changes one thing. */
export function armOf(name: string, change: Partial<ArmCounts> = {}): ArmCounts {
  return Object.freeze({
    id: name.toLowerCase(),
    name,
    isControl: false,
    recipients: 10_000,
    delivered: 10_000,
    opens: 4000,
    clicks: 500,
    orders: 200,
    revenue: 8000,
    unsubscribes: 20,
    complaints: 2,
    ...change,
  });
}
