import type { Adapter } from '../adapter.ts';

const DAYS = ['%b %d %Y', '%b %d, %Y', '%B %d, %Y', '%Y-%m-%d', '%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S']; // prettier-ignore

/**
 * One end of "Feb 01 2026 - Feb 28 2026" or "Feb 1 - Feb 28, 2026"; of a single day both are that day, of "February 2026"
 * its first and last.
 */
function periodEnd(part: 1 | -1, cell = 'period'): string {
  const text = `trim(string_split(${cell}, ' - ')[${part}])`;
  const year = `', ' || right(trim(${cell}), 4)`;
  const days = [text, `(${text} || ${year})`].flatMap((day) =>
    DAYS.map((form) => `TRY_STRPTIME(${day}, '${form}')`),
  );
  const month = `TRY_STRPTIME(trim(${cell}), '%B %Y')`;
  return `CAST(coalesce(${days.join(', ')}, ${part === 1 ? month : `last_day(${month})`}) AS DATE)`;
}

/** Klaviyo's rates are shares of what was delivered, and its export rounds them: the count is the nearest whole. */
const DELIVERED =
  'coalesce(delivered, recipients - bounced, TRY_CAST(round(recipients * (1 - "bounceRate")) AS BIGINT))';
function countOf(rate: string): string {
  return `TRY_CAST(round("${rate}" * ${DELIVERED}) AS BIGINT)`;
}

/**
 * Klaviyo's flow exports: performance by day, and flow analytics of a period. Messages of a flow are no arms of a
 * test but follow each other. Rates are shares of 0–1 here (in the campaign export they are percent); counts that
 * the export does not have (in the one by day unsubscribes and complaints, in some of flow analytics also opens and clicks)
 * are rate × deliveries. The columns of flow analytics are the user's; their `Date` is a period.
 */
export const klaviyoFlows: Adapter = {
  id: 'klaviyo-flows',
  label: 'Klaviyo: Flow performance → Export',
  table: 'campaign_results',
  columns: {
    flow: { headers: ['Flow Name'], type: 'text', required: true },
    flowId: { headers: ['Flow ID'], type: 'text' },
    message: { headers: ['Flow Message Name', 'Message Name'], type: 'text' },
    messageId: { headers: ['Flow Message ID', 'Message ID'], type: 'text' },
    channel: { headers: ['Flow Message Channel', 'Message Channel'], type: 'text' },
    day: { headers: ['Day'], type: 'date' },
    period: {
      headers: ['Date Range', 'Date/Date Range', 'Date'],
      type: 'text',
      holds: (cell) => `coalesce(${periodEnd(1, cell)} <= ${periodEnd(-1, cell)}, false)`,
      expected: 'a period such as Feb 01 2026 - Feb 28 2026',
    },
    recipients: { headers: ['Total Recipients'], type: 'integer' },
    delivered: { headers: ['Delivered'], type: 'integer' },
    opens: { headers: ['Unique Opens'], type: 'integer' },
    openRate: { headers: ['Open Rate'], type: 'share' },
    clicks: { headers: ['Unique Clicks'], type: 'integer' },
    clickRate: { headers: ['Click Rate'], type: 'share' },
    orders: {
      headers: ['Unique Placed Order', 'Placed Order', 'Total Placed Order'],
      type: 'integer',
    },
    revenue: { headers: ['Revenue', 'Total Placed Order Value'], type: 'decimal' },
    unsubscribeRate: { headers: ['Unsub Rate', 'Unsubscribe Rate'], type: 'share' },
    complaintRate: {
      headers: ['Complaint Rate', 'Spam Rate', 'Spam Complaints Rate'],
      type: 'share',
    },
    bounceRate: { headers: ['Bounce Rate'], type: 'share' },
    bounced: { headers: ['Bounces'], type: 'integer' },
    unsubscribes: { headers: ['Unique Unsubscribes', 'Unsubscribes'], type: 'integer' },
    complaints: { headers: ['Spam Complaints'], type: 'integer' },
    otherMetrics: { headers: [], headerPattern: '(total|unique).+|.+rate', type: 'text' },
  },
  otherHeaders: [
    'Status',
    'Message Status',
    'Tags',
    'Placed Order Rate',
    'Revenue per Recipient',
    'Revenue per Email',
    'SMS Failed Delivery Rate',
    'Total Placed Order',
    'Total Added to Cart',
    'Unique Added to Cart',
    'Added to Cart Rate',
  ],
  oneOf: [
    ['day', 'period'],
    ['delivered', 'recipients'],
  ],
  overlap: {
    key: ['flowId', 'flow', 'messageId', 'message', 'channel', 'day', 'period'],
    newest: 'day',
  },
  select: {
    campaign: 'flow',
    detail: 'coalesce(message, "messageId")',
    channel: 'lower(channel)',
    startsOn: `coalesce(day, ${periodEnd(1)})`,
    endsOn: `coalesce(day, ${periodEnd(-1)})`,
    recipients: 'recipients',
    delivered: DELIVERED,
    opens: `coalesce(opens, ${countOf('openRate')})`,
    clicks: `coalesce(clicks, ${countOf('clickRate')})`,
    orders: 'orders',
    revenue: 'revenue',
    currency: 'revenue_currency',
    unsubscribes: `coalesce(unsubscribes, ${countOf('unsubscribeRate')})`,
    complaints: `coalesce(complaints, ${countOf('complaintRate')})`,
  },
  notes: [
    {
      code: 'note/counts-from-rates',
      reason:
        'Rows whose opens or clicks are computed from a rounded rate: the export has no count',
      where: '(opens IS NULL AND "openRate" > 0) OR (clicks IS NULL AND "clickRate" > 0)',
    },
  ],
};
