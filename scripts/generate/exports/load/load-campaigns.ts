import { inPortalCurrency, RATED } from '#generate/warehouse/money-sql.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { LoadRequest } from './load-request.ts';

export async function loadCampaigns(
  engine: Engine,
  { config, source }: LoadRequest,
): Promise<void> {
  await engine.run(
    `INSERT INTO campaign_results
    SELECT $2, campaign, detail, variant, coalesce(collapsed, false), replace(lower(assignment), 'randomized', 'randomised'),
      coalesce(control, false), channel, "sentAt", "sentOn", "startsOn", "endsOn",
      impressions, "impressionShare", "impressionShareBound", recipients, delivered, opens, clicks, orders, conversions,
      ${inPortalCurrency('revenue')}, unsubscribes, complaints, ${inPortalCurrency('spend')}
    ${RATED}`,
    [config.currency, source],
  );
}
