import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { z } from 'astro/zod';
// Not of astro:content, which loads all that renders texts as well.
import { defineCollection } from 'astro/content/config';
import { AudiencesSchema } from '#core/schemas/audience.ts';
import { BoxesSchema } from '#core/schemas/boxes.ts';
import { DataQualitySchema } from '#core/schemas/data-quality.ts';
import { InsightResultSchema, InsightStorySchema } from '#core/schemas/insight.ts';
import { KpiSchema, KpiStorySchema } from '#core/schemas/kpi.ts';
import { MarketSchema } from '#core/schemas/market.ts';
import { PersonaSchema, PersonaStorySchema } from '#core/schemas/persona.ts';
import { SegmentationSchema } from '#core/schemas/segmentation.ts';
import { VoiceSchema } from '#core/schemas/voice.ts';
import { asLastBuilt } from './build/as-last-built.ts';
import { keptLearnings } from './data/kept-learnings.ts';

/** The entries a site may read; without it, all of them. */
export type EntrySelection = Readonly<Record<'personas' | 'insights', ReadonlySet<string>>>;

const folder = pathToFileURL(`${resolve(process.env['PORTAL_CONTENT'] ?? 'content')}/`);

/**
 * The collections of a site. JSON is the machine's, MDX is people's: two for each kind of entry, joined in src/data.
 * With a selection nothing else is ever read: no other entry, no KPI, nothing about the data as a whole.
 */
export function collectionsOf(selection?: EntrySelection) {
  const entries = (kind: keyof EntrySelection, form: 'json' | 'mdx') =>
    selection
      ? files(
          [...selection[kind]].map((id) => `${id}.${form}`),
          `${kind}/`,
        )
      : files([`*.${form}`, '!segmentation.json'], `${kind}/`);
  const learnings = (form: 'json' | 'mdx') =>
    selection
      ? entries('insights', form)
      : asLastBuilt({
          folder: new URL('insights/', folder),
          ending: `.${form}`,
          kept: keptLearnings,
          load: (patterns) => {
            const loader = files(patterns, 'insights/');
            return form === 'mdx' ? notCompiled(loader) : loader;
          },
        });
  const unlessSelected = (pattern: string, subfolder?: string) =>
    files(selection ? [] : [pattern], subfolder);
  return {
    personas: defineCollection({ loader: entries('personas', 'json'), schema: PersonaSchema }),
    personaStories: defineCollection({
      loader: entries('personas', 'mdx'),
      schema: story(PersonaStorySchema),
    }),
    kpis: defineCollection({ loader: unlessSelected('*.json', 'kpis/'), schema: KpiSchema }),
    kpiStories: defineCollection({
      loader: unlessSelected('*.mdx', 'kpis/'),
      schema: story(KpiStorySchema),
    }),
    insights: defineCollection({
      loader: learnings('json'),
      // Checked here and read in src/data: whatever Astro keeps of all entries it writes and reads anew at every build.
      schema: InsightResultSchema.transform(() => ({})),
    }),
    insightStories: defineCollection({
      loader: learnings('mdx'),
      schema: story(InsightStorySchema),
    }),
    voices: defineCollection({
      loader: unlessSelected('*.yaml', 'voices/'),
      schema: story(VoiceSchema),
    }),
    segmentation: defineCollection({
      loader: unlessSelected('segmentation.json', 'personas/'),
      schema: SegmentationSchema,
    }),
    audiences: defineCollection({
      loader: unlessSelected('audiences.json'),
      schema: AudiencesSchema,
    }),
    boxes: defineCollection({ loader: unlessSelected('boxes.json'), schema: BoxesSchema }),
    market: defineCollection({ loader: unlessSelected('market.json'), schema: MarketSchema }),
    dataset: defineCollection({
      loader: unlessSelected('dataset.json'),
      schema: DataQualitySchema,
    }),
  };
}

/** Files of one folder of content/ by pattern; the entry's id is the file's name. */
function files(patterns: string[], subfolder = ''): Loader {
  // A glob without patterns means every file.
  if (patterns.length === 0) {
    return { name: 'nothing', load: ({ store }) => Promise.resolve(store.clear()) };
  }
  return glob({
    base: new URL(subfolder, folder),
    pattern: patterns,
    generateId: ({ entry }) => entry.replace(/\.(json|mdx|yaml)$/, ''),
  });
}

/** Texts of learnings; those whose pages are taken over are read but not compiled. */
function notCompiled(all: Loader): Loader {
  return {
    name: 'not-compiled',
    load: (context) => {
      const { store } = context;
      return all.load({
        ...context,
        store: {
          ...store,
          // What the last build knew of a text holds as long as it is compiled again, or again not.
          get: <Data extends Record<string, unknown>>(id: string) => {
            const entry = store.get<Data>(id);
            const isCompiled = entry?.deferredRender ?? false;
            return isCompiled === keptLearnings.has(id) ? undefined : entry;
          },
          set: (entry) => {
            store.delete(entry.id);
            return store.set({ ...entry, deferredRender: !keptLearnings.has(entry.id) });
          },
        },
      });
    },
  };
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
