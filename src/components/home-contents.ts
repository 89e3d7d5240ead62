import type { Portal } from '#data/portal.ts';
import { isHint } from './certainty-of.ts';
import { peopleCount } from './dataset-totals.ts';
import type { HomeContents } from './home-words.ts';

/** What the home page opens with: how many people, Portraits and learnings there are. */
export function homeContents(
  portal: Pick<Portal, 'dataset' | 'formats' | 'personas' | 'segmentation' | 'insights'>,
): HomeContents {
  return {
    customers: peopleCount(portal),
    portraits: portal.personas.length,
    hints: portal.personas.filter((persona) => isHint(portal.segmentation, persona)).length,
    learnings: portal.insights.length,
  };
}
