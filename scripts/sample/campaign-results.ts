import { isoDay, type Day } from './calendar.ts';
import type { Row } from './table-file.ts';
import { PLANTED_CAMPAIGNS, type PlantedArm, type PlantedCampaign } from './planted-campaigns.ts';
import { Random } from './random.ts';
import { money } from './money.ts';

export const CAMPAIGN_COLUMNS = [
  'campaign',
  'variant',
  'recipients',
  'sentAt',
  'channel',
  'assignment',
  'control',
  'delivered',
  'opens',
  'clicks',
  'orders',
  'revenue',
  'unsubscribes',
  'complaints',
  'spend',
  'currency',
] as const;

const UNDELIVERABLE = 0.004;

/** One row for each arm; the counts are drawn, so that a planted effect carries its sampling error. */
export function* campaignRows(seed: number, newest: Day): Generator<Row> {
  for (const campaign of PLANTED_CAMPAIGNS) {
    for (const arm of campaign.arms) {
      const random = new Random(seed).fork(`${campaign.id}, arm ${arm.variant}`);
      yield armRow(random, campaign, arm, newest);
    }
  }
}

function armRow(random: Random, campaign: PlantedCampaign, arm: PlantedArm, newest: Day): Row {
  const { recipients } = arm;
  const sent = arm.openRate !== null;
  const delivered = sent ? recipients - random.binomial(recipients, UNDELIVERABLE) : null;
  const orders = random.binomial(recipients, arm.orderRate);
  return {
    campaign: campaign.campaign,
    variant: arm.variant,
    recipients,
    sentAt: `${isoDay(newest - campaign.sentDaysBefore)} 09:00:00`,
    channel: campaign.channel,
    assignment: campaign.assignment,
    control: arm.control ? 'yes' : 'no',
    delivered,
    opens: arm.openRate === null ? null : random.binomial(recipients, arm.openRate),
    clicks: arm.clickRate === null ? null : random.binomial(recipients, arm.clickRate),
    orders,
    revenue: money(Math.round(orders * arm.orderValue * 100 * random.factor(0.02))),
    unsubscribes: random.binomial(recipients, arm.unsubscribeRate),
    complaints: random.binomial(recipients, arm.complaintRate),
    spend: money(arm.spend * 100),
    currency: 'USD',
  };
}
