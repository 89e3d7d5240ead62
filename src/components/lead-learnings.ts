import type { InsightEntry } from '#data/insights.ts';

/** The learnings of a front page: those that tell something, newest first; then those that only say that something was sent. */
export function leadLearnings(insights: readonly InsightEntry[]): InsightEntry[] {
  return [...insights.filter(tellsSomething), ...insights.filter((one) => !tellsSomething(one))];
}

/** Whether somebody has written it down, or a comparison has: a draft without either has nothing to tell a whole office yet. */
export function tellsSomething({ story, result }: InsightEntry): boolean {
  return story?.status === 'published' || (result !== null && result.verdict !== 'not-compared');
}
