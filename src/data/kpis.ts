import { getCollection, type CollectionEntry } from 'astro:content';
import { UNTOLD_MEANING } from '#core/kpis/untold-meaning.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Kpi, KpiStory } from '#core/schemas/kpi.ts';
import { isTemplateBody } from '#core/templates/template-texts.ts';
import { byPosition } from './by-position.ts';

/** A KPI: its figures, and what people add to them. */
export interface KpiEntry {
  id: string;
  title: string;
  /** One plain sentence: people's, else the machine's. */
  meaning: string;
  /** False while nobody has said what another tool's figure means. */
  isExplained: boolean;
  figures: Kpi;
  /** The figure as it stands today. */
  current: Fact;
  story: KpiStory | null;
  document: CollectionEntry<'kpiStories'> | null;
}

/** All KPIs, those in front first. A story without figures has nothing to show yet and is left out. */
export async function getKpis(): Promise<KpiEntry[]> {
  const documents = new Map((await getCollection('kpiStories')).map((entry) => [entry.id, entry]));
  const entries = (await getCollection('kpis')).flatMap(({ id, data }) => {
    const document = documents.get(id) ?? null;
    const current = data.facts[0];
    if (!current) return [];
    const story = document?.data ?? null;
    const meaning = story?.meaning ?? data.meaning;
    return [
      {
        id,
        title: story?.title ?? data.label,
        meaning,
        isExplained: meaning !== UNTOLD_MEANING,
        figures: { ...data, direction: directionOf(data, story) },
        current,
        story,
        document: document && isTemplateBody('kpis', document.body ?? '') ? null : document,
      },
    ];
  });
  return entries.sort(
    (left, right) =>
      byPosition(left.story?.order, right.story?.order) || left.id.localeCompare(right.id, 'en'),
  );
}

/** Which direction is good news: what is worked out here knows it, of another tool's figure people say it. */
function directionOf({ direction }: Kpi, story: KpiStory | null): Kpi['direction'] {
  return direction === 'neutral' ? (story?.direction ?? direction) : direction;
}
