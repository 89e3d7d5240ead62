import type { InsightEntry } from '#data/insights.ts';
import type { KpiEntry } from '#data/kpis.ts';
import type { PersonaEntry } from '#data/personas.ts';
import type { Portal } from '#data/portal.ts';
import { boxParts } from './box-parts.ts';
import { tellsSomething } from './lead-learnings.ts';

/** One message for the office screen. */
export type Slide =
  | { kind: 'persona'; persona: PersonaEntry }
  | { kind: 'boxes' }
  | { kind: 'kpi'; kpi: KpiEntry }
  | { kind: 'insight'; insight: InsightEntry };

/**
 * The slides: the core customer, who is in the boxes, and then in turn a person, a figure, a learning, and again, until all were shown. A figure nobody has explained is
 * no message yet.
 */
export function slides(portal: Pick<Portal, 'personas' | 'kpis' | 'insights' | 'boxes'>): Slide[] {
  const persona = (entry: PersonaEntry): Slide => ({ kind: 'persona', persona: entry });
  const kinds: Slide[][] = [
    portal.personas.filter(({ isCore }) => !isCore).map(persona),
    portal.kpis
      .filter(({ current, isExplained }) => isExplained && current.status === 'ok')
      .map((kpi) => ({ kind: 'kpi', kpi })),
    portal.insights.filter(tellsSomething).map((insight) => ({ kind: 'insight', insight })),
  ];
  const rounds = Math.max(...kinds.map((kind) => kind.length));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    kinds.flatMap((kind) => kind[round] ?? []),
  ).flat();
  const boxes: Slide[] = boxParts(portal).length > 0 ? [{ kind: 'boxes' }] : [];
  return [...portal.personas.filter(({ isCore }) => isCore).map(persona), ...boxes, ...inTurn];
}
