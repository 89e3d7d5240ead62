import type { Adapter } from '../adapter.ts';
import { TICKET_FIELDS } from './ticket-fields.ts';
import { RATED_TICKETS, ZENDESK_SELECT } from './zendesk-columns.ts';
import { isChannel } from './zendesk-json.ts';

/** Endings of custom fields in the header, which say their type: "Ticket Category [list]". */
const FIELD_TYPES = 'list|mlist|txt|text|flg|int|dec|decimal|date|regexp?|cc|multiselect|tagger';

/**
 * Zendesk's ticket export (view export and data export). Its first column, `Summation column`, is always 1. Durations
 * are minutes, each once by the calendar and once within business hours: the calendar's count. Times are the account's.
 */
export const zendeskTickets: Adapter = {
  id: 'zendesk',
  label: 'Zendesk: Views → Export view as CSV',
  table: 'tickets',
  columns: {
    ticket: { headers: ['Id', 'Ticket ID'], type: 'text', required: true, identifier: true },
    openedAt: { headers: ['Created at'], type: 'timestamp', required: true },
    solvedAt: { headers: ['Solved at'], type: 'timestamp' },
    firstReply: {
      headers: [
        'First reply time in minutes',
        'First reply time (min)',
        'First reply time (in minutes)',
      ],
      type: 'decimal',
    },
    firstResolution: {
      headers: ['First resolution time in minutes', 'First resolution time (min)'],
      type: 'decimal',
    },
    fullResolution: {
      headers: [
        'Full resolution time in minutes',
        'Full resolution time (min)',
        'Full resolution time (in minutes)',
      ],
      type: 'decimal',
    },
    replies: { headers: ['Replies'], type: 'integer' },
    reopens: { headers: ['Reopens'], type: 'integer' },
    channel: { headers: ['Via'], type: 'text' },
    status: { headers: ['Status'], type: 'text' },
    tags: { headers: ['Tags'], type: 'text' },
    satisfaction: { headers: ['Satisfaction Score'], type: 'text' },
    email: { headers: ['Requester email'], type: 'text', personal: true },
    requesterId: { headers: ['Requester id'], type: 'text', personal: true, identifier: true },
    ...TICKET_FIELDS,
    fields: {
      headers: [],
      headerPattern: `.+(?:${FIELD_TYPES})`,
      type: 'cells',
      personal: true,
    },
  },
  oneOf: [['solvedAt', 'firstReply', 'channel', 'requesterId']],
  otherHeaders: [
    'Summation column',
    'Requester',
    'Requester external id',
    'Requester domain',
    'Submitter',
    'Assignee',
    'Assignee id',
    'Group',
    'Group id',
    'Brand',
    'Form',
    'Subject',
    'Description',
    'Priority',
    'Ticket type',
    'Updated at',
    'Assigned at',
    'Organization',
    'Due date',
    'Initially assigned at',
    'Resolution time',
    'Group stations',
    'Assignee stations',
    'First reply time in minutes within business hours',
    'First resolution time in minutes within business hours',
    'Full resolution time in minutes within business hours',
    'Agent wait time in minutes',
    'Agent wait time in minutes within business hours',
    'Requester wait time in minutes',
    'Requester wait time (min)',
    'Requester wait time in minutes within business hours',
    'On hold time in minutes',
    'On hold time in minutes within business hours',
  ],
  recognises: (_, firstRow) => !firstRow.some(isChannel),
  overlap: { key: ['ticket'], newest: 'openedAt', unique: true },
  select: {
    ...ZENDESK_SELECT,
    firstReply: '"firstReply"',
    resolution: 'coalesce("fullResolution", "firstResolution")',
    contacts: 'replies + coalesce(reopens, 0)',
  },
  notes: [
    {
      code: 'note/merged-ticket',
      reason: 'Tickets that were merged into another one',
      where: "contains(lower(tags), 'closed_by_merge')",
    },
    RATED_TICKETS,
  ],
};
