import type { Audiences } from '#core/schemas/audience.ts';
import type { Boxes } from '#core/schemas/boxes.ts';
import type { Market } from '#core/schemas/market.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { InsightEntry } from './insights.ts';
import type { KpiEntry } from './kpis.ts';
import type { PersonaEntry } from './personas.ts';

/** Facts by owner ("personas/brand-enthusiast"), each list in the order of its file. */
export type FactsByOwner = ReadonlyMap<string, readonly Fact[]>;

export function factsByOwner({
  personas,
  kpis,
  insights,
  audiences,
  boxes,
  market,
}: {
  personas: readonly PersonaEntry[];
  kpis: readonly KpiEntry[];
  insights: readonly InsightEntry[];
  audiences: Audiences | null;
  boxes: Boxes | null;
  market: Market | null;
}): FactsByOwner {
  return new Map([
    ...personas.map(
      ({ id, figures, ofEverybody }) =>
        [`personas/${id}`, (figures ?? ofEverybody)?.facts ?? []] as const,
    ),
    ...kpis.map(({ id, figures }) => [`kpis/${id}`, figures.facts] as const),
    ...insights.map(({ id, result }) => [`insights/${id}`, result?.facts ?? []] as const),
    ...(audiences?.audiences ?? []).map(({ id, facts }) => [`audiences/${id}`, facts] as const),
    ['boxes', boxes?.facts ?? []],
    ...(market?.platforms ?? []).map(({ id, facts }) => [`market/${id}`, facts] as const),
  ]);
}
