import { platformFacts } from '#core/market/platform-facts.ts';
import { SCHEMA_VERSION } from '#core/schemas/identifiers.ts';
import { MarketSchema, type Market } from '#core/schemas/market.ts';
import type { GenerateContext } from '../generate-context.ts';
import { platformTotals } from '../warehouse/campaigns/platform-totals.ts';
import type { ContentFile } from './content-file.ts';
import { contentJson } from './content-json.ts';
import { EntryIds } from './entry-ids.ts';

/** content/market.json: what each platform that reaches customers costs and brings, by its own account. */
export async function assembleMarket({
  engine,
  asOf,
  config,
}: Pick<GenerateContext, 'engine' | 'asOf' | 'config'>): Promise<ContentFile> {
  const ids = new EntryIds('platform');
  const totals = await platformTotals(engine, asOf);
  const file: Market = {
    schemaVersion: SCHEMA_VERSION,
    dataset: config.dataset,
    asOf,
    platforms: totals.map((one) => ({
      id: ids.take(one.source),
      kind: one.kind,
      source: one.source,
      period: one.period,
      facts: platformFacts(one, asOf, config.privacy.floor),
    })),
  };
  return { path: 'market.json', kind: 'machine', text: contentJson(MarketSchema.parse(file)) };
}
