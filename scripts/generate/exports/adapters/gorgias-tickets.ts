import type { Adapter } from '../adapter.ts';
import { TICKET_FIELDS, ticketTopic } from './ticket-fields.ts';

/** Nobody of the shop wrote: auto-closed spam, which the export gives 0 seconds to a first response. */
const UNANSWERED = 'coalesce("agentMessages" = 0, false)';

/** Seconds of the export in minutes. */
function minutes(seconds: string): string {
  return `CASE WHEN NOT ${UNANSWERED} THEN CAST(${seconds} / 60 AS DECIMAL(18,4)) END`;
}

/**
 * Gorgias's ticket export. Everything behind `Ticket URL` is fields of the account. `Closed date` is often blank where
 * there is a resolution time. The zone of its times is not stated: they are taken as the config's.
 */
export const gorgiasTickets: Adapter = {
  id: 'gorgias',
  label: 'Gorgias: Tickets → Export',
  table: 'tickets',
  columns: {
    ticket: { headers: ['Ticket id'], type: 'text', required: true, identifier: true },
    openedAt: {
      headers: ['Creation date', 'Created at', 'Created datetime'],
      type: 'timestamp',
      required: true,
    },
    closedAt: {
      headers: ['Closed date', 'Closed at', 'Closed datetime'],
      type: 'timestamp',
    },
    firstResponse: { headers: ['First response time (s)'], type: 'decimal' },
    resolution: { headers: ['Resolution time (s)'], type: 'decimal' },
    agentMessages: { headers: ['Number of agent messages', 'Messages sent'], type: 'integer' },
    customerMessages: { headers: ['Number of customer messages'], type: 'integer' },
    channel: { headers: ['Initial channel', 'Channel'], type: 'text' },
    tags: { headers: ['Tags'], type: 'text' },
    surveyScore: { headers: ['Survey score'], type: 'decimal' },
    email: { headers: ['Customer email'], type: 'text', personal: true },
    phone: { headers: ['Customer phone'], type: 'text', personal: true },
    ...TICKET_FIELDS,
    fields: {
      headers: [],
      headerPattern: '(?:ticket|customer)field.*',
      type: 'cells',
      personal: true,
    },
  },
  otherHeaders: [
    'Priority',
    'Last used integration name',
    'Last used integration type',
    'Created by an agent',
    'Subject',
    'Survey replied date',
    'Assignee name',
    'Assignee email',
    'Assignee team',
    'Customer id',
    'Customer name',
    'Ticket URL',
    'Status',
    'Language',
    'Updated at',
    'Snoozed until',
  ],
  overlap: { key: ['ticket'], newest: 'openedAt', unique: true },
  select: {
    ticket: 'ticket',
    openedAt: '"openedAt"',
    openedOn: '"openedAt_on"',
    closedAt: `coalesce("closedAt", "openedAt" + to_seconds(CAST(resolution AS BIGINT)))`,
    firstReply: minutes('"firstResponse"'),
    resolution: minutes('resolution'),
    contacts: '"customerMessages"',
    channel: 'lower(channel)',
    topic: ticketTopic(`replace(tags, ',', ', ')`),
    satisfaction: `CASE WHEN "surveyScore" BETWEEN 1 AND 5 THEN ("surveyScore" - 1) * 0.25 END`,
    email: 'email',
    phone: 'phone',
    order: '"order"',
  },
  notes: [
    {
      code: 'note/unanswered',
      reason:
        'Tickets that nobody of the shop answered (auto-closed, spam): they are in no response time',
      where: UNANSWERED,
    },
    {
      code: 'note/closed-without-date',
      reason:
        'Tickets without a closing date that have a resolution time: the date is computed from it',
      where: '"closedAt" IS NULL AND resolution IS NOT NULL',
    },
    {
      code: 'note/rated',
      reason: 'Tickets that the customer rated',
      where: '"surveyScore" BETWEEN 1 AND 5',
    },
  ],
};
