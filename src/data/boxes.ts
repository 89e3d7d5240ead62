import { getCollection } from 'astro:content';
import type { Boxes } from '#core/schemas/boxes.ts';

/** Who is in the boxes of the last days, in counts of orders; null before the first run of generate. */
export async function getBoxes(): Promise<Boxes | null> {
  return (await getCollection('boxes'))[0]?.data ?? null;
}
