import { getCollection } from 'astro:content';
import type { Market } from '#core/schemas/market.ts';

/** What each platform costs and brings by its own account; null before the first run of generate. */
export async function getMarket(): Promise<Market | null> {
  return (await getCollection('market'))[0]?.data ?? null;
}
