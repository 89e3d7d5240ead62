import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Folders of content/ whose entries have pages. */
export const OWNER_FOLDERS = ['personas', 'kpis', 'insights'] as const;
export type OwnerFolder = (typeof OWNER_FOLDERS)[number];

/** Folders of content/ with pictures. */
type PhotoFolder = OwnerFolder | 'voices';

/** Pictures that every browser shows. */
const PHOTO_NAME = /^[\w.-]+\.(?:jpe?g|png|webp|avif)$/i;

/** What a text may refer to: every entry, its facts and its charts. */
export interface ContentCatalogue {
  /** Ids of entries with a page. */
  entries: Readonly<Record<OwnerFolder, ReadonlySet<string>>>;
  /** Owners that have figures: "personas/brand-enthusiast". */
  measured: ReadonlySet<string>;
  /** What stands in the figures of an owner, read when it is asked for first: a text names few of them. */
  figures: (owner: string) => FigureNames | undefined;
  /** Pictures by folder, beside the texts that show them. */
  photos: Readonly<Record<PhotoFolder, ReadonlySet<string>>>;
}

/** Names in the figures of one owner. */
export interface FigureNames {
  facts: ReadonlySet<string>;
  charts: ReadonlySet<string>;
  /** Whether there is a campaign's result to show. */
  hasResult: boolean;
}

/** Only the ids; whether the rest of the file is right is the content schemas' question. */
const MachineFileSchema = z.object({
  facts: z.array(z.object({ id: z.string() })).default([]),
  breakdowns: z.array(z.object({ id: z.string() })).default([]),
  variants: z.array(z.unknown()).default([]),
});
type MachineFile = z.output<typeof MachineFileSchema>;

/** Reads the names in content/; files that cannot be read as JSON are somebody else's error. */
export function readCatalogue(contentFolder: string): ContentCatalogue {
  const entries: Record<OwnerFolder, Set<string>> = {
    personas: new Set(),
    kpis: new Set(),
    insights: new Set(),
  };
  const photos = {
    personas: photosIn('personas'),
    kpis: photosIn('kpis'),
    insights: photosIn('insights'),
    voices: photosIn('voices'),
  };
  const measured = new Set<string>();
  const known = new Map<string, FigureNames | undefined>();
  for (const folder of OWNER_FOLDERS) {
    for (const name of fileNames(join(contentFolder, folder))) {
      const match = /^(?<id>[a-z0-9-]+)\.(?<form>mdx|json)$/.exec(name)?.groups;
      const id = match?.['id'];
      if (!id || name === 'segmentation.json') continue;
      // A KPI's story without figures has no page; Portraits and learnings live from either file.
      if (folder !== 'kpis' || match['form'] === 'json') entries[folder].add(id);
      if (match['form'] === 'json') measured.add(`${folder}/${id}`);
    }
  }
  return { entries, measured, figures, photos };

  function figures(owner: string): FigureNames | undefined {
    if (measured.has(owner) && !known.has(owner)) {
      known.set(owner, figureNames(owner, join(contentFolder, `${owner}.json`)));
    }
    return known.get(owner);
  }

  function photosIn(folder: PhotoFolder): Set<string> {
    return new Set(fileNames(join(contentFolder, folder)).filter((name) => PHOTO_NAME.test(name)));
  }
}

function figureNames(owner: string, path: string): FigureNames | undefined {
  const file = readMachineFile(path);
  if (!file) return undefined;
  return {
    facts: new Set(file.facts.map(({ id }) => id)),
    charts: new Set(chartIds(owner, file)),
    hasResult: file.variants.length > 0,
  };
}

function chartIds(owner: string, { breakdowns, variants }: MachineFile): string[] {
  if (owner.startsWith('personas/')) return breakdowns.map(({ id }) => id);
  if (owner.startsWith('kpis/')) return ['series'];
  return variants.length === 0 ? [] : ['variants', 'differences'];
}

function fileNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function readMachineFile(path: string): MachineFile | null {
  try {
    return MachineFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
