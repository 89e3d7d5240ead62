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
  /** Fact ids by owner: "personas/brand-enthusiast" → ["averageOrderValue", …]. */
  facts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Chart ids by owner. */
  charts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Owners that have a campaign result to show. */
  results: ReadonlySet<string>;
  /** Pictures by folder, beside the texts that show them. */
  photos: Readonly<Record<PhotoFolder, ReadonlySet<string>>>;
}

/** Only the ids; whether the rest of the file is right is the content schemas' question. */
const MachineFileSchema = z.object({
  facts: z.array(z.object({ id: z.string() })).default([]),
  breakdowns: z.array(z.object({ id: z.string() })).default([]),
  comparisons: z.array(z.unknown()).default([]),
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
  const facts = new Map<string, Set<string>>();
  const charts = new Map<string, Set<string>>();
  const results = new Set<string>();
  for (const folder of OWNER_FOLDERS) {
    for (const name of fileNames(join(contentFolder, folder))) {
      const match = /^(?<id>[a-z0-9-]+)\.(?<form>mdx|json)$/.exec(name)?.groups;
      const id = match?.['id'];
      if (!id || name === 'segmentation.json') continue;
      // A KPI's story without figures has no page; Portraits and learnings live from either file.
      if (folder !== 'kpis' || match['form'] === 'json') entries[folder].add(id);
      if (match['form'] !== 'json') continue;
      const file = readMachineFile(join(contentFolder, folder, name));
      if (!file) continue;
      const owner = `${folder}/${id}`;
      facts.set(owner, new Set(file.facts.map((fact) => fact.id)));
      charts.set(owner, new Set(chartIds(folder, file)));
      if (file.variants.length > 0) results.add(owner);
    }
  }
  return { entries, facts, charts, results, photos };

  function photosIn(folder: PhotoFolder): Set<string> {
    return new Set(fileNames(join(contentFolder, folder)).filter((name) => PHOTO_NAME.test(name)));
  }
}

function chartIds(folder: OwnerFolder, file: MachineFile): string[] {
  switch (folder) {
    case 'personas':
      return file.breakdowns.map((breakdown) => breakdown.id);
    case 'kpis':
      return ['series'];
    case 'insights':
      return file.variants.length === 0 ? [] : ['variants', 'differences'];
  }
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
