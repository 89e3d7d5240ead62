import { comparableFacts } from '#core/kpis/comparable-facts.ts';
import type { Audiences } from '#core/schemas/audience.ts';
import type { Boxes } from '#core/schemas/boxes.ts';
import type { DataQuality } from '#core/schemas/data-quality.ts';
import type { Market } from '#core/schemas/market.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { InsightEntry } from './insights.ts';
import type { KpiEntry } from './kpis.ts';
import type { PersonaEntry } from './personas.ts';
import { words } from './words.ts';

/** Facts by owner ("personas/brand-enthusiast"), each list in the order of its file. */
export type FactsByOwner = ReadonlyMap<string, readonly Fact[]>;

export function factsByOwner({
  personas,
  kpis,
  insights,
  audiences,
  boxes,
  market,
  dataset,
}: {
  personas: readonly PersonaEntry[];
  kpis: readonly KpiEntry[];
  insights: readonly InsightEntry[];
  audiences: Audiences | null;
  boxes: Boxes | null;
  market: Market | null;
  dataset: DataQuality | null;
}): FactsByOwner {
  return new Map([
    ...personas.map(
      ({ id, figures, ofEverybody }) =>
        [`personas/${id}`, (figures ?? ofEverybody)?.facts ?? []] as const,
    ),
    ...kpis.map(
      ({ id, figures }) =>
        [
          `kpis/${id}`,
          comparableFacts(figures.facts, dataset?.freshness ?? [], words.kpis.unlike),
        ] as const,
    ),
    ...insights.map(({ id, result }) => [`insights/${id}`, result?.facts ?? []] as const),
    ...(audiences?.audiences ?? []).map(({ id, facts }) => [`audiences/${id}`, facts] as const),
    ['boxes', boxes?.facts ?? []],
    ...(market?.platforms ?? []).map(({ id, facts }) => [`market/${id}`, facts] as const),
  ]);
}
