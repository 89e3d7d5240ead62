import type { Portal } from '#data/portal.ts';

/** The templates that such content has a page of: of entries the first, which needs to be there. */
export function shownTemplates({ personas, kpis, insights }: Portal): string[] {
  return [
    ...['home', 'portraits', 'map', 'go-to-market', 'audiences', 'learnings', 'kpis', 'tree'],
    ...['voices', 'method', 'search', 'guess', 'screen', 'not-found'],
    ...(personas.length > 0 ? ['portrait', 'poster', 'bench'] : []),
    ...(personas.length > 1 ? ['compare'] : []),
    ...(insights.length > 0 ? ['learning'] : []),
    ...(kpis.length > 0 ? ['kpi'] : []),
  ];
}
