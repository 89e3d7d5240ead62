import type { KpiDefinition, KpiSum } from './kpi-definition.ts';

/** What the tree is told of a KPI that the portal shows. */
export interface KpiLinks {
  id: string;
  /** KPIs that people say it moves; they add to those of its definition. */
  moves: readonly string[];
}

/** A KPI in the tree, with what stands under it. */
export interface KpiBranch {
  id: string;
  /** Under its parent because its first sum has it so, or another one of the same money, or because people believe that it moves it. */
  because: 'root' | 'part' | 'otherPart' | 'moves';
  /** How it is worked out from its parts. */
  sums: readonly KpiSum[];
  below: readonly KpiBranch[];
  /** Drawn with its branches elsewhere in the tree: here by name only. */
  isRepeated: boolean;
}

/** The whole tree, and what hangs on nothing yet. */
export interface KpiTree {
  roots: readonly KpiBranch[];
  /** KPIs of which nobody has said what they move. */
  loose: readonly string[];
}

/**
 * KPI tree – how the figures hang together, from the one that all work for down to those that a team can move.
 * Definition: parts by the arithmetic of the definitions, below them what definitions and people say moves them. A KPI
 * that moves several stands under each, with its own branches only the first time; a circle is cut where it closes.
 * Source: this portal.
 * Empty case: no KPIs, no roots; a KPI without parts, movers and anything that it moves is loose.
 * @example kpiTree([{ id: 'returns', moves: ['revenue'] }, { id: 'revenue', moves: [] }], []).roots[0]?.below[0]?.id // => 'returns'
 */
export function kpiTree(
  kpis: readonly KpiLinks[],
  definitions: readonly Pick<KpiDefinition, 'id' | 'sums' | 'moves'>[],
): KpiTree {
  const shown = new Set(kpis.map(({ id }) => id));
  const sumsOf = (id: string): readonly KpiSum[] =>
    definitions.find((one) => one.id === id)?.sums ?? [];
  const partsOf = (id: string): string[] => [
    ...new Set(sumsOf(id).flatMap(({ of }) => of.filter((part) => shown.has(part)))),
  ];
  const targetsOf = ({ id, moves }: KpiLinks): string[] =>
    [...(definitions.find((one) => one.id === id)?.moves ?? []), ...moves].filter(
      (target) => shown.has(target) && target !== id,
    );
  const moversOf = (id: string): string[] =>
    kpis.filter((one) => targetsOf(one).includes(id)).map((one) => one.id);

  const drawn = new Set<string>();
  const branch = (id: string, because: KpiBranch['because']): KpiBranch => {
    const isRepeated = drawn.has(id);
    drawn.add(id);
    if (isRepeated) return { id, because, sums: [], below: [], isRepeated };
    const parts = partsOf(id);
    const [first] = sumsOf(id);
    const isOfFirst = (part: string): boolean => first?.of.includes(part) ?? false;
    return {
      id,
      because,
      sums: sumsOf(id),
      below: [
        ...parts.map((part) => branch(part, isOfFirst(part) ? 'part' : 'otherPart')),
        ...moversOf(id)
          .filter((mover) => !parts.includes(mover))
          .map((mover) => branch(mover, 'moves')),
      ],
      isRepeated,
    };
  };

  const isPart = new Set(kpis.flatMap(({ id }) => partsOf(id)));
  const isTop = (one: KpiLinks): boolean => !isPart.has(one.id) && targetsOf(one).length === 0;
  const roots = kpis
    .filter((one) => isTop(one) && partsOf(one.id).length + moversOf(one.id).length > 0)
    .map(({ id }) => branch(id, 'root'));
  // What is left moves one another in a circle: the first of them in the list stands on top.
  for (const one of kpis) {
    if (!drawn.has(one.id) && targetsOf(one).length > 0) roots.push(branch(one.id, 'root'));
  }
  return { roots, loose: kpis.map(({ id }) => id).filter((id) => !drawn.has(id)) };
}
