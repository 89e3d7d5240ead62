import { createHash } from 'node:crypto';
import type { Portal } from './portal.ts';

/** A name for what the site says now: other words or figures, another name; the same content, the same name. */
export function contentVersion({
  config,
  personas,
  kpis,
  insights,
  boxes,
  dataset,
}: Portal): string {
  const said = {
    config,
    boxes,
    dataset,
    personas: personas.map(({ figures, ofEverybody, story, document }) => [
      figures ?? ofEverybody,
      story,
      document?.body,
    ]),
    kpis: kpis.map(({ figures, story, document }) => [figures, story, document?.body]),
    insights: insights.map(({ result, story, document }) => [result, story, document?.body]),
  };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}
