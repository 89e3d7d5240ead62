import type { Engine } from '../engine.ts';
import type { NamedShare, Split } from './feature-definitions.ts';

/** Parts of a split that get a feature of their own: large enough to matter, and not too many. */
const MOST_PARTS: Record<Split, number> = { category: 12, brand: 4, channel: 4 };
const SMALLEST_PART = 0.02;
/** Shares of parts that are nearly everything follow from each other: the smallest is left out. */
const NEARLY_ALL = 0.98;

/** The parts that most is spent on, largest first; equal ones by name. */
export async function mainShares(engine: Engine): Promise<NamedShare[]> {
  const shares: NamedShare[] = [];
  for (const [split, table] of [
    ['category', 'buyer_categories'],
    ['brand', 'buyer_brands'],
    ['channel', 'buyer_channels'],
  ] as const) {
    const parts = await engine.rows<{ name: string; share: number }>(
      `SELECT name, CAST(sum(paid) AS DOUBLE) / nullif(CAST(sum(sum(paid)) OVER () AS DOUBLE), 0) AS share
       FROM ${table} GROUP BY name ORDER BY sum(paid) DESC, name`,
    );
    // A single part is everybody's: it separates nobody.
    if (parts.length < 2) continue;
    const main = parts.filter(({ share }) => share >= SMALLEST_PART).slice(0, MOST_PARTS[split]);
    const together = main.reduce((sum, { share }) => sum + share, 0);
    const independent = together >= NEARLY_ALL ? main.slice(0, -1) : main;
    shares.push(...independent.map(({ name }) => ({ split, name })));
  }
  return shares;
}
