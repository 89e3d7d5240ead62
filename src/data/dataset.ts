import { getCollection } from 'astro:content';
import type { DataQuality } from '#core/schemas/data-quality.ts';
import type { Segmentation } from '#core/schemas/segmentation.ts';

/** What the last run of generate read; null before there was one. */
export async function getDataset(): Promise<DataQuality | null> {
  return (await getCollection('dataset'))[0]?.data ?? null;
}

/** How the Portraits were found; null where nothing was fitted. */
export async function getSegmentation(): Promise<Segmentation | null> {
  return (await getCollection('segmentation'))[0]?.data ?? null;
}
