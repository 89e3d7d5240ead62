import { getCollection } from 'astro:content';
import type { Audiences } from '#core/schemas/audience.ts';

/** Who should be told the same thing, in numbers and words; null before the first run of generate. */
export async function getAudiences(): Promise<Audiences | null> {
  return (await getCollection('audiences'))[0]?.data ?? null;
}
