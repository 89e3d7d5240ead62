import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A picture that stands beside the texts of content/. */
export interface Photo {
  folder: string;
  file: string;
}

const FOLDERS = ['personas', 'kpis', 'insights', 'voices'] as const;

const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

const contentFolder = resolve(process.env['PORTAL_CONTENT'] ?? 'content');

/** All pictures of content/, by folder and name. */
export function getPhotos(): Photo[] {
  return FOLDERS.flatMap((folder) => {
    const path = join(contentFolder, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((file) => photoType(file) !== undefined)
      .sort()
      .map((file) => ({ folder, file }));
  });
}

export async function readPhoto({ folder, file }: Photo): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(join(contentFolder, folder, file)));
}

/** The media type by the name's end; undefined for what is no picture. */
export function photoType(file: string): string | undefined {
  return TYPES[file.split('.').at(-1)?.toLowerCase() ?? ''];
}
