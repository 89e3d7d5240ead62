import type { ArmCounts } from '#core/insights/arm-counts.ts';
import { campaignResult } from '#core/insights/campaign-result.ts';
import { variantNames } from '#core/insights/variant-names.ts';
import { SCHEMA_VERSION } from '#core/schemas/identifiers.ts';
import { InsightResultSchema, type InsightResult } from '#core/schemas/insight.ts';
import type { GenerateContext } from '../generate-context.ts';
import { campaignArms, type CampaignRow } from '../warehouse/campaigns/campaign-arms.ts';
import type { ContentFile } from './content-file.ts';
import { contentJson } from './content-json.ts';
import { EntryIds } from './entry-ids.ts';
import { insightDraft } from './insight-draft.ts';
import { insightFacts } from './insight-facts.ts';

/** Sends further apart than this are told: they were added up, and the times may differ. */
const LONG_CAMPAIGN_DAYS = 31;
const DAY_MS = 86_400_000;

/**
 * content/insights/: a result and a drafted learning for each campaign with variants, and for each whose variants the
 * export shows as one row. Campaigns that never had variants compare nothing and get no page.
 */
export async function assembleInsights(
  context: GenerateContext,
): Promise<{ files: ContentFile[]; insights: InsightResult[] }> {
  const ids = new EntryIds('campaign');
  const campaigns = await campaignArms(context.engine, context.asOf, context.config.timeZone);
  const insights = campaigns.map((campaign) => insightResult(context, campaign, ids));
  return {
    files: insights.flatMap((insight) => [
      {
        path: `insights/${insight.id}.json`,
        kind: 'machine' as const,
        text: contentJson(InsightResultSchema.parse(insight)),
      },
      insightDraft(insight),
    ]),
    insights,
  };
}

function insightResult(
  { asOf, config }: GenerateContext,
  campaign: CampaignRow,
  ids: EntryIds,
): InsightResult {
  const { source, startedOn, assignment, collapsed, channel } = campaign;
  const { locale, currency, timeZone } = config;
  const result = campaignResult(
    { channel, assignment, collapsed, arms: namedArms(campaign) },
    config.privacy.floor,
    { locale, currency, timeZone },
  );
  const name = campaign.campaign.trim() === '' ? 'Campaign without a name' : campaign.campaign;
  const head: Omit<InsightResult, 'facts'> = {
    schemaVersion: SCHEMA_VERSION,
    dataset: config.dataset,
    asOf,
    id: ids.take(
      campaign.campaign,
      startedOn?.slice(0, 7) ?? '',
      `${source}\n${campaign.campaign}`,
    ),
    kind: 'campaign',
    campaign: name,
    channel,
    startedOn,
    source,
    ...result,
    notes: [...result.notes, ...longNotes(campaign)],
  };
  return { ...head, facts: insightFacts(head) };
}

/** Arms with a name to show and an id of their own. */
function namedArms({ arms, collapsed }: CampaignRow): ArmCounts[] {
  const ids = new EntryIds('variant');
  const names = variantNames(
    arms.map(({ variant, sentAt, isControl }) => {
      const unnamed = collapsed ? 'All variants' : isControl ? 'Hold-out' : 'Without a name';
      return { name: variant === null || variant.trim() === '' ? unnamed : variant, sentAt };
    }),
  );
  return arms.map(({ variant: _, sentAt: __, ...counts }, index) => {
    const name = names[index] ?? '';
    return { id: ids.take(name, '', JSON.stringify([name, counts.isControl])), name, ...counts };
  });
}

function longNotes({ startedOn, lastSentOn }: CampaignRow): string[] {
  if (startedOn === null || lastSentOn === null) return [];
  const days = Math.round((Date.parse(lastSentOn) - Date.parse(startedOn)) / DAY_MS);
  return days > LONG_CAMPAIGN_DAYS
    ? [`The sends of this campaign lie ${days} days apart and were added up.`]
    : [];
}
