import type { Adapter } from '../adapter.ts';
import { armName } from './arm-name.ts';
import { SENDING_SELECT } from './mailchimp-sections.ts';

/** Totals of a shop that is not connected are 0, not blank: a file without any sale says nothing about sales. */
function ifTracked(total: string): string {
  return `CASE WHEN bool_or(coalesce(orders, 0) <> 0 OR coalesce(revenue, 0) <> 0) OVER () THEN ${total} END`;
}

/** An A/B test is a row for each combination and one for the rest, who got the winner: "Spring | Combo 1". */
const NAME = `coalesce(title, subject, '')`;
const ARM = String.raw`^(.*) \| (Combo \d+|Winner)$`;
const TEST = `regexp_extract(${NAME}, '${ARM}', 1)`;
const PART = `regexp_extract(${NAME}, '${ARM}', 2)`;
/** Tests that were called alike cannot be told apart. */
const IS_ARM = `(${PART} <> '' AND count(*) OVER (PARTITION BY ${TEST}, ${PART}) = 1)`;
const ARM_NAME = armName({
  test: TEST,
  arm: `nullif(nullif(${PART}, 'Winner'), '')`,
  by: ['subject'],
});

/**
 * Mailchimp's report of all campaigns: 26 columns, and 14 more where Google Analytics is linked (n/a, not read). Test
 * sends stand among the rest; nothing in the file tells them from small lists, so all are kept and small ones counted.
 */
export const mailchimpCampaigns: Adapter = {
  id: 'mailchimp-campaigns',
  label: 'Mailchimp: Campaigns → Reports → Export',
  table: 'campaign_results',
  columns: {
    title: { headers: ['Title'], type: 'text', requiredHeader: true },
    subject: { headers: ['Subject'], type: 'text' },
    sentAt: { headers: ['Send Date'], type: 'timestamp', required: true },
    recipients: { headers: ['Total Recipients'], type: 'integer', required: true },
    delivered: { headers: ['Successful Deliveries'], type: 'integer' },
    opens: { headers: ['Unique Opens'], type: 'integer' },
    clicks: { headers: ['Unique Clicks'], type: 'integer' },
    unsubscribes: { headers: ['Unsubscribes'], type: 'integer' },
    complaints: { headers: ['Abuse Complaints'], type: 'integer' },
    uniqueId: { headers: ['Unique Id'], type: 'text' },
    orders: { headers: ['Total Orders'], type: 'integer' },
    revenue: { headers: ['Total Revenue'], type: 'decimal' },
  },
  otherHeaders: [
    'List',
    'Audience',
    'Send Weekday',
    'Soft Bounces',
    'Hard Bounces',
    'Total Bounces',
    'Times Forwarded',
    'Forwarded Opens',
    'Open Rate',
    'Total Opens',
    'Click Rate',
    'Total Clicks',
    'Times Liked on Facebook',
    'Folder Id',
    'Total Gross Sales',
    'Analytics ROI',
    'Campaign Cost',
    'Revenue Created',
    'Visits',
    'New Visits',
    'Pages/Visit',
    'Bounce Rate',
    'Time on Site',
    'Goal Conversion Rate',
    'Per Visit Goal Value',
    'Transactions',
    'Ecommerce Conversion Rate',
    'Per Visit Value',
    'Average Value',
  ],
  overlap: { key: ['uniqueId', 'title', 'sentAt'], newest: 'sentAt' },
  select: {
    ...SENDING_SELECT,
    campaign: `CASE WHEN ${IS_ARM} THEN ${TEST} ELSE ${NAME} END`,
    variant: `CASE WHEN ${IS_ARM} THEN ${ARM_NAME} END`,
    detail: `CASE WHEN ${IS_ARM} AND ${PART} = 'Winner' THEN ${PART} END`,
    orders: ifTracked('orders'),
    revenue: ifTracked('revenue'),
    currency: 'revenue_currency',
  },
  notes: [
    {
      code: 'note/few-recipients',
      reason: 'Sendings to fewer than 10 people, perhaps tests: they are kept',
      where: 'recipients < 10',
    },
    {
      code: 'note/no-sales',
      reason: 'Campaigns without orders or sales, either none or not tracked',
      where: 'coalesce(orders, 0) = 0 AND coalesce(revenue, 0) = 0',
    },
  ],
};
