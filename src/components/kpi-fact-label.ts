import type { Fact } from '#core/schemas/fact.ts';

/** What a KPI's own page need not repeat: elsewhere the label names the KPI as well. */
const SHORT: Readonly<Record<string, string>> = {
  yearAgo: 'A year before',
  change: 'Change',
};

/** A fact's label where the KPI's name stands above it. */
export function kpiFactLabel({ id, label }: Fact): string {
  return SHORT[id] ?? label;
}
