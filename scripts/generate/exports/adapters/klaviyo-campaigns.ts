import type { Adapter } from '../adapter.ts';
import { armName } from './arm-name.ts';

/** A resend to those who did not open is a row of its own, named after the campaign it belongs to. */
const RESEND = String.raw`^(\[Follow-up\]\s*)+`;

/**
 * Klaviyo's campaign export, in the names of 2023–2025 and of the newer report builder. Rates are percent strings and
 * are left alone: everything is computed from counts. A campaign with variations is one row for all of them
 * ("[MULTIPLE VARIATIONS]"), unless there is a Variant column. The conversion columns are named after the metric that
 * the account chose; only that of orders counts orders. Send times carry no zone: they are taken as the account's.
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
    bounced: { headers: ['Bounces', 'Total bounced'], type: 'integer' },
    opens: { headers: ['Unique Opens'], type: 'integer' },
    clicks: { headers: ['Unique Clicks'], type: 'integer' },
    orders: {
      headers: ['Unique Placed Order', 'Unique Ordered Product', 'Count of unique conversions'],
      type: 'integer',
    },
    conversions: {
      headers: [],
      headerPattern:
        'unique(?!opens$|clicks$|unsubscribes$|recipients$|placedorder$|orderedproduct$).+',
      type: 'integer',
    },
    revenue: { headers: ['Revenue', 'Conversion value'], type: 'decimal' },
    unsubscribes: { headers: ['Unsubscribes', 'Unique unsubscribes'], type: 'integer' },
    complaints: { headers: ['Spam Complaints', 'Total spam complaints'], type: 'integer' },
    campaignId: { headers: ['Campaign ID'], type: 'text' },
    channel: { headers: ['Campaign Channel', 'Send channel'], type: 'text' },
    otherRates: { headers: [], headerPattern: '.+rate', type: 'text' },
  },
  otherHeaders: [
    'Tags',
    'List',
    'Audiences list',
    'Send Weekday',
    'Total Opens',
    'Total Clicks',
    'Winning Variant?',
  ],
  overlap: { key: ['campaignId', 'campaign', 'variant', 'sentAt'], newest: 'sentAt' },
  select: {
    campaign: `regexp_replace(campaign, '${RESEND}', '')`,
    detail: `CASE WHEN regexp_matches(campaign, '${RESEND}') THEN 'Follow-up' END`,
    variant: armName({ test: 'campaign', arm: 'variant', by: ['subject'] }),
    collapsed: `variant IS NULL AND coalesce(subject = '[MULTIPLE VARIATIONS]', false)`,
    channel: 'lower(channel)',
    sentAt: '"sentAt"',
    sentOn: '"sentAt_on"',
    recipients: 'recipients',
    delivered: 'coalesce(delivered, recipients - bounced)',
    opens: 'opens',
    clicks: 'clicks',
    orders: 'orders',
    conversions: 'CASE WHEN orders IS NULL THEN conversions END',
    revenue: 'revenue',
    currency: 'revenue_currency',
    unsubscribes: 'unsubscribes',
    complaints: 'complaints',
  },
  notes: [
    {
      code: 'note/variants-collapsed',
      reason: 'Campaigns with variations that the export shows as one row: they cannot be compared',
      where: `variant IS NULL AND subject = '[MULTIPLE VARIATIONS]'`,
    },
    {
      code: 'note/follow-up',
      reason: 'Resends to those who did not open: a part of the campaign they repeat',
      where: `regexp_matches(campaign, '${RESEND}')`,
    },
  ],
};
