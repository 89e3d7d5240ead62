import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { AudiencesSchema } from '#core/schemas/audience.ts';
import { BoxesSchema } from '#core/schemas/boxes.ts';
import { DataQualitySchema } from '#core/schemas/data-quality.ts';
import { InsightResultSchema, InsightStorySchema } from '#core/schemas/insight.ts';
import { KpiSchema, KpiStorySchema } from '#core/schemas/kpi.ts';
import { MarketSchema } from '#core/schemas/market.ts';
import { PersonaSchema, PersonaStorySchema } from '#core/schemas/persona.ts';
import { SegmentationSchema } from '#core/schemas/segmentation.ts';
import { VoiceSchema } from '#core/schemas/voice.ts';

interface Entry {
  id: string;
  data: unknown;
  body?: string;
  filePath?: string;
}

/** In place of `astro:content`: the collections of a content folder without Astro. */
export function collectionsOfContent(content: string): Record<string, Entry[]> {
  const folder = (name: string, extension: string): string[] =>
    existsSync(resolve(content, name))
      ? readdirSync(resolve(content, name))
          .filter((file) => file.endsWith(extension) && file !== 'segmentation.json')
          .sort()
      : [];
  const machine = (name: string, schema: z.ZodType): Entry[] =>
    folder(name, '.json').map((file) => ({
      id: file.replace(/\.json$/, ''),
      data: schema.parse(JSON.parse(readFileSync(resolve(content, name, file), 'utf8'))),
      filePath: join(content, name, file),
    }));
  const people = (name: string, schema: z.ZodType): Entry[] =>
    folder(name, '.mdx').map((file) => {
      const source = readFileSync(resolve(content, name, file), 'utf8');
      const [, frontmatter = '', body = ''] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
      return { id: file.replace(/\.mdx$/, ''), data: schema.parse(parse(frontmatter)), body };
    });
  const single = (path: string, schema: z.ZodType): Entry[] =>
    existsSync(join(content, path))
      ? [{ id: path, data: schema.parse(JSON.parse(readFileSync(join(content, path), 'utf8'))) }]
      : [];
  const voices = folder('voices', '.yaml').map((file) => ({
    id: file.replace(/\.yaml$/, ''),
    data: VoiceSchema.parse(parse(readFileSync(resolve(content, 'voices', file), 'utf8'))),
  }));
  return {
    voices,
    personas: machine('personas', PersonaSchema),
    personaStories: people('personas', PersonaStorySchema),
    kpis: machine('kpis', KpiSchema),
    kpiStories: people('kpis', KpiStorySchema),
    insights: machine('insights', InsightResultSchema),
    insightStories: people('insights', InsightStorySchema),
    segmentation: single('personas/segmentation.json', SegmentationSchema),
    audiences: single('audiences.json', AudiencesSchema),
    boxes: single('boxes.json', BoxesSchema),
    market: single('market.json', MarketSchema),
    dataset: single('dataset.json', DataQualitySchema),
  };
}
