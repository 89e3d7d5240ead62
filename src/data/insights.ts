import { readFileSync } from 'node:fs';
import { getCollection, type CollectionEntry } from 'astro:content';
import type { InsightResult, InsightStory } from '#core/schemas/insight.ts';
import { isTemplateBody } from '#core/templates/template-texts.ts';

/** A learning: a campaign's result, people's words about it, or both. */
export interface InsightEntry {
  id: string;
  title: string;
  summary: string | null;
  /** Day of the learning; null for a campaign whose start is not exported. */
  date: string | null;
  result: InsightResult | null;
  story: InsightStory | null;
  document: CollectionEntry<'insightStories'> | null;
  /** Begun, and nobody has written anything yet: no list shows it. */
  isUnwritten: boolean;
}

/** All learnings, newest first. */
export async function getInsights(): Promise<InsightEntry[]> {
  const results = new Map(
    (await getCollection('insights')).map(({ id, filePath }) => [id, resultIn(filePath ?? '')]),
  );
  const documents = new Map(
    (await getCollection('insightStories')).map((entry) => [entry.id, entry]),
  );
  const ids = [...new Set([...results.keys(), ...documents.keys()])];
  return ids
    .map((id) => insightEntry(id, results.get(id) ?? null, documents.get(id) ?? null))
    .sort(
      (left, right) =>
        (right.date ?? '').localeCompare(left.date ?? '', 'en') ||
        left.id.localeCompare(right.id, 'en'),
    );
}

function insightEntry(
  id: string,
  result: InsightResult | null,
  document: CollectionEntry<'insightStories'> | null,
): InsightEntry {
  const story = document?.data ?? null;
  return {
    id,
    title: story?.title ?? result?.campaign ?? id,
    summary: story?.summary ?? result?.verdictSentence ?? null,
    date: story?.date ?? result?.startedOn ?? null,
    result,
    story,
    document,
    isUnwritten:
      result === null && !story?.summary && isTemplateBody('insights', document?.body ?? ''),
  };
}

/** A result that the collection's loader has checked. */
function resultIn(file: string): InsightResult {
  return JSON.parse(readFileSync(file, 'utf8')) as InsightResult;
}
