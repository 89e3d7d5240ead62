import type { Adapter } from '../adapter.ts';

/** One end of "Feb 01 2026 - Feb 28 2026"; of a single day both are that day. */
function periodEnd(part: 1 | -1, cell = 'period'): string {
  const text = `trim(string_split(${cell}, ' - ')[${part}])`;
  return `CAST(coalesce(TRY_STRPTIME(${text}, '%b %d %Y'), TRY_STRPTIME(${text}, '%b %d, %Y'),
    TRY_STRPTIME(${text}, '%Y-%m-%d'), TRY_STRPTIME(${text}, '%Y-%m-%dT%H:%M:%S')) AS DATE)`;
}

/** Klaviyo's rates are shares of what was delivered, and its export rounds them: the count is the nearest whole. */
const DELIVERED = 'coalesce(delivered, TRY_CAST(round(recipients * (1 - "bounceRate")) AS BIGINT))';
function countOf(rate: string): string {
  return `TRY_CAST(round("${rate}" * ${DELIVERED}) AS BIGINT)`;
}

/**
 * Klaviyo's flow exports: performance by day, and flow analytics of a period. Messages of a flow are no arms of a
 * test but follow each other. Rates are shares of 0–1 here (in the campaign export they are percent); counts that
 * the export does not have (unsubscribes and complaints, in flow analytics also opens and clicks) are rate ×
 * deliveries. The order of the columns of flow analytics is unknown and does not matter.
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
    day: { headers: ['Day', 'Date'], type: 'date' },
    period: {
      headers: ['Date Range', 'Date/Date Range'],
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
    unsubscribes: countOf('unsubscribeRate'),
    complaints: countOf('complaintRate'),
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
