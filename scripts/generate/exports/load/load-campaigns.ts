import { inPortalCurrency } from '#generate/warehouse/money-sql.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { LoadRequest } from './load-request.ts';
import { keepDaysOnce } from './overlapping-periods.ts';
import { noteUnusedRows } from './unused-rows.ts';

export async function loadCampaigns(
  engine: Engine,
  { config, source, account }: LoadRequest,
): Promise<void> {
  await keepDaysOnce(engine, account);
  await noteUnusedRows(engine, account, 'campaign_results', '"period_rows"');
  await engine.run(
    `INSERT INTO campaign_results
    SELECT $2, campaign, detail, variant, coalesce(collapsed, false), replace(lower(assignment), 'randomized', 'randomised'),
      coalesce(control, false), channel, "sentAt", "sentOn", "startsOn", "endsOn",
      impressions, "impressionShare", "impressionShareBound", recipients, delivered, opens, clicks, orders, conversions,
      ${inPortalCurrency('revenue')}, unsubscribes, complaints, ${inPortalCurrency('spend')}
    FROM "period_rows" r JOIN rates ON rates.currency = upper(coalesce(r.currency, $1))`,
    [config.currency, source],
  );
  await engine.run('DROP TABLE "period_rows"');
}
