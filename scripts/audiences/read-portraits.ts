import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { certaintyOf } from '#components/certainty-of.ts';
import type { NamedEntries } from '#components/component-words.ts';
import { roleTexts } from '#components/role-texts.ts';
import type { Formats } from '#core/format/formats.ts';
import { KpiSchema, KpiStorySchema } from '#core/schemas/kpi.ts';
import { PersonaSchema, PersonaStorySchema } from '#core/schemas/persona.ts';
import { readSegmentation } from './read-segmentation.ts';

/** What a content folder says of a Portrait, for people who work with customers. */
export interface PortraitText {
  id: string;
  name: string;
  essence: string | null;
  /** Its group did not come out again reliably, or there are no clear groups at all. */
  isHint: boolean;
  /** What its text says to a role, a line each; nothing where it says nothing. */
  linesFor(role: string): string[];
}

const FRONTMATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n?/;

interface Entry<Figures, Story> {
  id: string;
  figures: Figures | null;
  story: Story | null;
  document: { body?: string } | null;
}

/** Every Portrait of a content folder by its id, named as the site names it. */
export function readPortraits(
  contentDirectory: string,
  formats: Formats,
): Map<string, PortraitText> {
  const personas = entriesIn(
    join(contentDirectory, 'personas'),
    PersonaSchema,
    PersonaStorySchema,
  ).map((one) => ({ ...one, name: one.story?.name ?? one.figures?.workingName ?? one.id }));
  const kpis = entriesIn(join(contentDirectory, 'kpis'), KpiSchema, KpiStorySchema).map((one) => ({
    ...one,
    title: one.story?.title ?? one.figures?.label ?? one.id,
  }));
  const facts = [
    ...personas.map(({ id, figures }) => [`personas/${id}`, figures?.facts ?? []] as const),
    ...kpis.map(({ id, figures }) => [`kpis/${id}`, figures?.facts ?? []] as const),
  ];
  const segmentation = readSegmentation(contentDirectory);
  const named: NamedEntries = { personas, kpis, formats, facts: new Map(facts) };
  return new Map(
    personas.map((persona) => [
      persona.id,
      {
        id: persona.id,
        name: persona.name,
        essence: persona.story?.essence ?? null,
        isHint: certaintyOf(segmentation, persona)?.isHint ?? false,
        linesFor: (role) => roleTexts(named, persona, role),
      },
    ]),
  );
}

function entriesIn<Figures, Story>(
  folder: string,
  figures: z.ZodType<Figures>,
  story: z.ZodType<Story>,
): Entry<Figures, Story>[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const ids = names.flatMap((name) => /^([a-z0-9-]+)\.(?:json|mdx)$/.exec(name)?.[1] ?? []);
  return [...new Set(ids)].sort().flatMap((id): Entry<Figures, Story>[] => {
    const json = textOf(join(folder, `${id}.json`));
    const mdx = textOf(join(folder, `${id}.mdx`));
    const found = json === null ? null : figures.safeParse(JSON.parse(json));
    // A machine file of another kind that lies in the same folder.
    if (mdx === null && found?.success !== true) return [];
    const [head = '', front = ''] = FRONTMATTER.exec(mdx ?? '') ?? [];
    const told = story.safeParse(parse(front));
    return [
      {
        id,
        figures: found?.success === true ? found.data : null,
        story: told.success ? told.data : null,
        document: mdx === null ? null : { body: mdx.slice(head.length) },
      },
    ];
  });
}

function textOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
