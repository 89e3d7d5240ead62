import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { EntryIdSchema } from '#core/schemas/identifiers.ts';
import { InsightStorySchema } from '#core/schemas/insight.ts';
import { PersonaStorySchema } from '#core/schemas/persona.ts';

/** Ids of the stories that somebody has approved for the public. */
export interface Approved {
  personas: ReadonlySet<string>;
  insights: ReadonlySet<string>;
}

const FRONTMATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/;

/**
 * Reads which stories may be shown to the public: those whose frontmatter says who approved them and when. What cannot
 * be read is not approved.
 */
export function readApproved(contentFolder: string): Approved {
  return {
    personas: approvedIn(join(contentFolder, 'personas'), PersonaStorySchema),
    insights: approvedIn(join(contentFolder, 'insights'), InsightStorySchema),
  };
}

type StorySchema = z.ZodType<{ approved?: { by: string; on: string } | undefined }>;

function approvedIn(folder: string, schema: StorySchema): Set<string> {
  const ids = textNames(folder).map((name) => name.replace(/\.mdx$/, ''));
  return new Set(
    ids.filter(
      (id) =>
        EntryIdSchema.safeParse(id).success &&
        isApproved(readFileSync(join(folder, `${id}.mdx`), 'utf8'), schema),
    ),
  );
}

function isApproved(text: string, schema: StorySchema): boolean {
  const story = schema.safeParse(frontmatter(text));
  return story.success && (story.data.approved?.by.trim() ?? '') !== '';
}

function frontmatter(text: string): unknown {
  try {
    return parse(FRONTMATTER.exec(text)?.[1] ?? '');
  } catch {
    return null;
  }
}

function textNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.mdx'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
