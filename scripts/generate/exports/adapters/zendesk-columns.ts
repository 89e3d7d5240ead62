import type { Adapter } from '../adapter.ts';
import { ticketTopic } from './ticket-fields.ts';

/**
 * SQL of Zendesk's rating as 0 (bad) to 1 (good): "Good" and "Bad", also "with comment", or 1 to 5 in newer accounts.
 * "Offered", "Unoffered" and "Not Offered" are no ratings: null.
 */
export function zendeskSatisfaction(cell: string): string {
  return `CASE WHEN regexp_matches(${cell}, '^(?i:good)\\b') THEN 1
    WHEN regexp_matches(${cell}, '^(?i:bad)\\b') THEN 0
    WHEN regexp_full_match(${cell}, '[1-5]') THEN (CAST(${cell} AS DECIMAL(18,4)) - 1) * 0.25 END`;
}

/** What the view export and a report of Explore say of a ticket by columns of the same name here. */
export const ZENDESK_SELECT: Adapter['select'] = {
  ticket: 'ticket',
  openedAt: '"openedAt"',
  openedOn: '"openedAt_on"',
  closedAt: '"solvedAt"',
  channel: 'lower(channel)',
  topic: ticketTopic('tags'),
  satisfaction: zendeskSatisfaction('satisfaction'),
  email: 'email',
  customerId: '"requesterId"',
  order: '"order"',
};

export const RATED_TICKETS: NonNullable<Adapter['notes']>[number] = {
  code: 'note/rated',
  reason: 'Tickets that the customer rated',
  where: `${zendeskSatisfaction('satisfaction')} IS NOT NULL`,
};
