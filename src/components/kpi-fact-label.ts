import type { Words } from '#core/language/words.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** A fact's label where the KPI's name stands above it, which need not be repeated. */
export function kpiFactLabel({ id, label }: Fact, { kpis }: Pick<Words, 'kpis'>): string {
  return id === 'yearAgo' || id === 'change' ? kpis[id] : label;
}
