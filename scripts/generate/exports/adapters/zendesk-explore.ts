import type { Adapter, ColumnDeclaration } from '../adapter.ts';
import { TICKET_FIELDS } from './ticket-fields.ts';
import { RATED_TICKETS, ZENDESK_SELECT } from './zendesk-columns.ts';

/** A metric's header: Explore puts the aggregator before it, "MED(First reply time (min))". */
function metric(name: string): ColumnDeclaration {
  return { headers: [], headerPattern: `(?:avg|med|min|max|sum|value)?${name}`, type: 'decimal' };
}

/** Hours only where the report has no minutes. */
function minutes(min: string, hours: string): string {
  return `coalesce("${min}", "${hours}" * 60)`;
}

/**
 * A report of Zendesk Explore with one row a ticket. Its names differ from those of the view export, and which of them
 * a report has is chosen by whoever made it; `-` means nothing. Times are the account's.
 */
export const zendeskExplore: Adapter = {
  id: 'zendesk-explore',
  label: 'Zendesk Explore: report → Export as CSV',
  table: 'tickets',
  platform: 'zendesk',
  columns: {
    ticket: { headers: ['Ticket ID'], type: 'text', required: true, identifier: true },
    openedAt: {
      headers: ['Ticket created - Timestamp', 'Ticket created - Date', 'Ticket created'],
      type: 'timestamp',
      required: true,
    },
    solvedAt: {
      headers: ['Ticket solved - Timestamp', 'Ticket solved - Date', 'Ticket solved'],
      type: 'timestamp',
    },
    firstReply: metric('firstreplytimemin'),
    firstReplyHours: metric('firstreplytimehrs'),
    fullResolution: metric('fullresolutiontimemin'),
    fullResolutionHours: metric('fullresolutiontimehrs'),
    replies: metric('agentreplies'),
    reopens: metric('reopens'),
    channel: { headers: ['Ticket channel'], type: 'text' },
    tags: { headers: ['Ticket tags', 'Ticket tag'], type: 'text' },
    satisfaction: { headers: ['Ticket satisfaction rating'], type: 'text' },
    email: { headers: ['Requester email'], type: 'text', personal: true },
    requesterId: { headers: ['Requester ID'], type: 'text', personal: true, identifier: true },
    ...TICKET_FIELDS,
    fields: { headers: [], type: 'cells', personal: true },
  },
  otherHeaders: [
    'Ticket subject',
    'Ticket status',
    'Ticket priority',
    'Ticket type',
    'Ticket group',
    'Ticket brand',
    'Ticket form',
    'Ticket organization name',
    'Ticket satisfaction comment',
    'Ticket satisfaction reason',
    'Ticket updated - Timestamp',
    'Ticket updated - Date',
    'Ticket assigned - Timestamp',
    'Ticket assigned - Date',
    'Ticket due - Timestamp',
    'Requester name',
    'Requester external ID',
    'Requester organization name',
    'Requester role',
    'Assignee name',
    'Assignee email',
    'Assignee ID',
    'Submitter name',
    'Tickets',
    'COUNT(Tickets)',
    'Solved tickets',
    'COUNT(Solved tickets)',
    'Group stations',
    'Assignee stations',
    'First resolution time (min)',
    'First resolution time (hrs)',
    'Requester wait time (min)',
    'Requester wait time (hrs)',
    'Agent wait time (min)',
    'On-hold time (min)',
  ],
  emptyCells: ['-'],
  overlap: { key: ['ticket'], newest: 'openedAt', unique: true },
  select: {
    ...ZENDESK_SELECT,
    firstReply: minutes('firstReply', 'firstReplyHours'),
    resolution: minutes('fullResolution', 'fullResolutionHours'),
    contacts: 'CAST(replies + coalesce(reopens, 0) AS BIGINT)',
  },
  notes: [RATED_TICKETS],
};
