import type { ArmCounts } from '#core/insights/arm-counts.ts';
import type { Engine, Row } from '../engine.ts';

/** A campaign with everything that the export says about its arms. */
export interface CampaignRow {
  source: string;
  campaign: string;
  channel: string | null;
  /** First and last day on which it was sent. */
  startedOn: string | null;
  lastSentOn: string | null;
  assignment: string | null;
  collapsed: boolean;
  arms: (Omit<ArmCounts, 'id' | 'name'> & {
    variant: string | null;
    /** When it was sent, to the minute in the shop's time; null: not told, or at several times. */
    sentAt: string | null;
  })[];
}

/**
 * One row for each arm of each campaign that has arms, or had them before the export made one row of all. Rows of one
 * arm (several days or lists) are added up; a count that is missing in one of them is missing in the sum. Parts of a
 * campaign (ad sets, search terms, resends) are no arms: nobody was divided between them.
 */
const CAMPAIGN_ARMS = `
SELECT
  source,
  campaign,
  variant,
  is_control,
  bool_or(collapsed) AS collapsed,
  min(assignment) AS assignment,
  count(DISTINCT coalesce(assignment, '')) AS assignments,
  min(channel) AS channel,
  CAST(min(coalesce(sent_on, starts_on)) AS VARCHAR) AS started_on,
  CAST(max(coalesce(sent_on, ends_on)) AS VARCHAR) AS last_sent_on,
  CASE WHEN count(sent_at) = count(*) AND min(sent_at) = max(sent_at)
    THEN strftime(timezone($2, timezone('UTC', min(sent_at))), '%Y-%m-%d %H:%M') END AS sent_at,
  CASE WHEN count(recipients) = count(*) THEN sum(recipients) END AS recipients,
  CASE WHEN count(delivered) = count(*) THEN sum(delivered) END AS delivered,
  CASE WHEN count(opens) = count(*) THEN sum(opens) END AS opens,
  CASE WHEN count(clicks) = count(*) THEN sum(clicks) END AS clicks,
  CASE WHEN count(orders) = count(*) THEN sum(orders) END AS orders,
  CASE WHEN count(revenue) = count(*) THEN sum(revenue) END AS revenue,
  CASE WHEN count(unsubscribes) = count(*) THEN sum(unsubscribes) END AS unsubscribes,
  CASE WHEN count(complaints) = count(*) THEN sum(complaints) END AS complaints
FROM campaign_results r
WHERE coalesce(starts_on, sent_on, CAST($1 AS DATE)) <= CAST($1 AS DATE)
  AND detail IS NULL
  AND EXISTS (
    SELECT 1 FROM campaign_results a
    WHERE a.source = r.source AND a.campaign = r.campaign AND a.detail IS NULL AND (a.variant IS NOT NULL OR a.collapsed)
  )
GROUP BY source, campaign, variant, is_control
ORDER BY source, campaign, variant NULLS LAST, is_control`;

/** Campaigns with variants up to as-of, by source and name; those without any are no learning. */
export async function campaignArms(
  engine: Engine,
  asOf: string,
  timeZone: string,
): Promise<CampaignRow[]> {
  const rows = await engine.rows(CAMPAIGN_ARMS, [asOf, timeZone]);
  const byCampaign = Map.groupBy(rows, (row) => JSON.stringify([row['source'], row['campaign']]));
  return [...byCampaign.values()].flatMap((arms) => {
    const [first] = arms;
    return first ? [campaignRow(first, arms)] : [];
  });
}

function campaignRow(first: Row, arms: Row[]): CampaignRow {
  const days = (column: string) =>
    arms
      .map((row) => text(row[column]))
      .filter((day) => day !== null)
      .sort();
  const assignments = new Set(arms.map((row) => text(row['assignment'])));
  const isOneAssignment = assignments.size === 1 && arms.every((row) => row['assignments'] === '1');
  return {
    source: String(first['source']),
    campaign: String(first['campaign']),
    channel: arms.map((row) => text(row['channel'])).find((channel) => channel !== null) ?? null,
    startedOn: days('started_on')[0] ?? null,
    lastSentOn: days('last_sent_on').at(-1) ?? null,
    // Arms that were filled in different ways were not filled at random.
    assignment: isOneAssignment ? text(first['assignment']) : null,
    collapsed: arms.some((row) => row['collapsed'] === true),
    arms: arms.map((row) => ({
      variant: text(row['variant']),
      sentAt: text(row['sent_at']),
      isControl: row['is_control'] === true,
      recipients: count(row['recipients']),
      delivered: count(row['delivered']),
      opens: count(row['opens']),
      clicks: count(row['clicks']),
      orders: count(row['orders']),
      revenue: count(row['revenue']),
      unsubscribes: count(row['unsubscribes']),
      complaints: count(row['complaints']),
    })),
  };
}

function text(cell: Row[string] | undefined): string | null {
  return cell == null ? null : String(cell);
}

function count(cell: Row[string] | undefined): number | null {
  return cell == null ? null : Number(cell);
}
