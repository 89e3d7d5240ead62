import type { Adapter } from '../adapter.ts';

/**
 * Klaviyo's campaign export. Rates are percent strings and are left alone: everything is computed from counts. A
 * campaign with variations is one row for all of them ("[MULTIPLE VARIATIONS]"), unless there is a Variant column.
 * Send times carry no zone: they are taken as the shop's.
 */
export const klaviyoCampaigns: Adapter = {
  id: 'klaviyo-campaigns',
  label: 'Klaviyo: Campaigns → Export',
  table: 'campaign_results',
  columns: {
    campaign: { headers: ['Campaign Name'], type: 'text', required: true },
    variant: { headers: ['Variant', 'Variant Name', 'Variation Name'], type: 'text' },
    subject: { headers: ['Subject', 'Subject Line'], type: 'text' },
    sentAt: {
      headers: ['Send Time', 'Message send date time'],
      type: 'timestamp',
      required: true,
    },
    recipients: { headers: ['Total Recipients'], type: 'integer', required: true },
    delivered: { headers: ['Successful Deliveries'], type: 'integer' },
    opens: { headers: ['Unique Opens'], type: 'integer' },
    clicks: { headers: ['Unique Clicks'], type: 'integer' },
    orders: {
      headers: ['Unique Placed Order', 'Unique Ordered Product', 'Count of unique conversions'],
      type: 'integer',
    },
    revenue: { headers: ['Revenue', 'Conversion value'], type: 'decimal' },
    unsubscribes: { headers: ['Unsubscribes', 'Unique unsubscribes'], type: 'integer' },
    complaints: { headers: ['Spam Complaints', 'Total spam complaints'], type: 'integer' },
    campaignId: { headers: ['Campaign ID'], type: 'text' },
    channel: { headers: ['Campaign Channel'], type: 'text' },
  },
  otherHeaders: [
    'Tags',
    'List',
    'Audiences list',
    'Send Weekday',
    'Placed Order Rate',
    'Ordered Product Rate',
    'Open Rate',
    'Total Opens',
    'Click Rate',
    'Total Clicks',
    'Spam Complaints Rate',
    'Bounces',
    'Total bounced',
    'Bounce Rate',
    'Winning Variant?',
  ],
  emptyCells: ['N/A', 'n/a', '-'],
  overlap: { key: ['campaignId', 'campaign', 'variant', 'sentAt'], newest: 'sentAt' },
  select: {
    campaign: 'campaign',
    variant: 'variant',
    collapsed: `variant IS NULL AND coalesce(subject = '[MULTIPLE VARIATIONS]', false)`,
    channel: 'lower(channel)',
    sentAt: '"sentAt"',
    sentOn: '"sentAt_on"',
    recipients: 'recipients',
    delivered: 'delivered',
    opens: 'opens',
    clicks: 'clicks',
    orders: 'orders',
    revenue: 'revenue',
    unsubscribes: 'unsubscribes',
    complaints: 'complaints',
  },
  notes: [
    {
      code: 'note/variants-collapsed',
      reason: 'Campaigns with variations that the export shows as one row: they cannot be compared',
      where: `variant IS NULL AND subject = '[MULTIPLE VARIATIONS]'`,
    },
  ],
};
