import type { AudienceId } from '#core/audiences/audience.ts';
import type { Engine } from '../engine.ts';

/** Audiences that the exports cannot give, each with the reason: the export that would be needed, mostly. */
export async function readUnavailableAudiences(engine: Engine): Promise<Map<AudienceId, string>> {
  const [held] = await engine.rows<{ baskets: boolean; brands: boolean; alike: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM abandoned_baskets) AS baskets,
            max(brand) <> '' AS brands, count(DISTINCT coalesce(brand, '')) = 1 AS alike
     FROM order_lines WHERE is_product`,
  );
  const reasons: [AudienceId, boolean, string][] = [
    [
      'one-brand',
      held?.brands === true,
      // How else a brand can be said is told where brands are missing: on /method/ and in the terminal.
      'No export says the brand of a product: add products.csv (sku, brand)',
    ],
    [
      'one-brand',
      held?.brands !== true || !held.alike,
      'All products are of one brand: it tells nobody apart',
    ],
    [
      'follow-up-baskets',
      held?.baskets === true,
      'No export names abandoned baskets: add abandoned-baskets.csv, from the shop’s list of abandoned checkouts',
    ],
  ];
  return new Map(
    reasons.flatMap(([id, isHeld, reason]) => (isHeld ? [] : [[id, reason] as const])),
  );
}
