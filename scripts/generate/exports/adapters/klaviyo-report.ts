import type { Adapter } from '../adapter.ts';

/** What was delivered is in no column: opens are a share of it, rounded to five places. */
const DELIVERED = `coalesce(delivered, recipients - bounced, TRY_CAST(round(opens / nullif("openRate", 0)) AS BIGINT))`;

/**
 * Klaviyo's report of campaign messages (Analytics → Reports): the day of sending apart from its time, rates as shares of
 * 0–1, also as "5e-05", and counts of each, but neither recipients nor deliveries, which are worked out.
 */
export const klaviyoReport: Adapter = {
  id: 'klaviyo-report',
  label: 'Klaviyo: Analytics → Reports → Campaign performance → Export',
  table: 'campaign_results',
  platform: 'klaviyo-campaigns',
  columns: {
    messageId: { headers: ['Campaign Message ID'], type: 'text' },
    campaign: { headers: ['Campaign Message Name'], type: 'text', required: true },
    sentOn: { headers: ['Send Date'], type: 'date', required: true },
    recipients: { headers: ['Total Recipients'], type: 'integer' },
    delivered: { headers: ['Delivered', 'Successful Deliveries'], type: 'integer' },
    bounced: { headers: ['Bounces'], type: 'integer' },
    opens: { headers: ['Unique Opens'], type: 'integer' },
    openRate: { headers: ['Open Rate'], type: 'share' },
    clicks: { headers: ['Unique Clicks'], type: 'integer' },
    orders: { headers: ['Unique Placed Order', 'Placed Order'], type: 'integer' },
    revenue: { headers: ['Revenue', 'Total Placed Order Value'], type: 'decimal' },
    unsubscribes: { headers: ['Unique Unsubscribes', 'Unsubscribes'], type: 'integer' },
    complaints: { headers: ['Spam Complaints'], type: 'integer' },
    channel: { headers: ['Campaign Message Channel'], type: 'text' },
    otherMetrics: { headers: [], headerPattern: '(total|unique).+|.+rate', type: 'text' },
  },
  otherHeaders: ['Send Time', 'Subject', 'Preview Text', 'Day of Week', 'Campaign Name', 'Tags'],
  overlap: { key: ['messageId', 'campaign', 'sentOn'], newest: 'sentOn' },
  select: {
    campaign: 'campaign',
    channel: 'lower(channel)',
    sentOn: '"sentOn"',
    recipients: `coalesce(recipients, ${DELIVERED} + bounced)`,
    delivered: DELIVERED,
    opens: 'opens',
    clicks: 'clicks',
    orders: 'orders',
    revenue: 'revenue',
    currency: 'revenue_currency',
    unsubscribes: 'unsubscribes',
    complaints: 'complaints',
  },
  notes: [
    {
      code: 'note/counts-from-rates',
      reason: 'Rows whose deliveries are computed from a rounded rate: the export has no count',
      where: 'coalesce(delivered, recipients - bounced) IS NULL AND "openRate" > 0',
    },
  ],
};
