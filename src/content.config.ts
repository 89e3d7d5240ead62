import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { DataQualitySchema } from '#core/schemas/data-quality.ts';
import { InsightResultSchema, InsightStorySchema } from '#core/schemas/insight.ts';
import { KpiSchema, KpiStorySchema } from '#core/schemas/kpi.ts';
import { PersonaSchema, PersonaStorySchema } from '#core/schemas/persona.ts';
import { SegmentationSchema } from '#core/schemas/segmentation.ts';

const folder = pathToFileURL(`${resolve(process.env['PORTAL_CONTENT'] ?? 'content')}/`);

/** Every file of one kind in one folder of content/; the entry's id is the file's name. */
function files(pattern: string | string[], subfolder = '') {
  return glob({
    base: new URL(subfolder, folder),
    pattern,
    generateId: ({ entry }) => entry.replace(/\.(json|mdx)$/, ''),
  });
}

/** YAML reads an unquoted 2026-03-02 as a moment; in texts it is a day. */
function story<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(daysAsText, schema);
}

function daysAsText(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(daysAsText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, daysAsText(part)]));
}

// JSON is the machine's, MDX is people's: two collections for each kind of entry, joined in src/data.
export const collections = {
  personas: defineCollection({
    loader: files(['*.json', '!segmentation.json'], 'personas/'),
    schema: PersonaSchema,
  }),
  personaStories: defineCollection({
    loader: files('*.mdx', 'personas/'),
    schema: story(PersonaStorySchema),
  }),
  kpis: defineCollection({ loader: files('*.json', 'kpis/'), schema: KpiSchema }),
  kpiStories: defineCollection({ loader: files('*.mdx', 'kpis/'), schema: story(KpiStorySchema) }),
  insights: defineCollection({ loader: files('*.json', 'insights/'), schema: InsightResultSchema }),
  insightStories: defineCollection({
    loader: files('*.mdx', 'insights/'),
    schema: story(InsightStorySchema),
  }),
  segmentation: defineCollection({
    loader: files('segmentation.json', 'personas/'),
    schema: SegmentationSchema,
  }),
  dataset: defineCollection({ loader: files('dataset.json'), schema: DataQualitySchema }),
};
