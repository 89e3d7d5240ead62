import type { Adapter } from '../adapter.ts';

/** The documented CSV of help desk tickets: for tools whose own export is not known. */
export const genericTickets: Adapter = {
  id: 'generic-tickets',
  label: 'tickets.csv',
  table: 'tickets',
  columns: {
    ticket: { headers: ['ticket'], type: 'text', required: true, personal: true },
    openedAt: { headers: ['openedAt'], type: 'timestamp', required: true },
    closedAt: { headers: ['closedAt'], type: 'timestamp' },
    firstReply: { headers: ['firstReply', 'firstReplyMinutes'], type: 'decimal' },
    contacts: { headers: ['contacts'], type: 'integer' },
    channel: { headers: ['channel'], type: 'text' },
    topic: { headers: ['topic'], type: 'text' },
    satisfaction: { headers: ['satisfaction'], type: 'decimal' },
    email: { headers: ['email'], type: 'text', personal: true },
    phone: { headers: ['phone'], type: 'text', personal: true },
    customerId: { headers: ['customerId'], type: 'text', personal: true },
    order: { headers: ['order'], type: 'text', personal: true },
  },
  overlap: { key: ['ticket'], newest: 'openedAt' },
  select: {
    ticket: 'ticket',
    openedAt: '"openedAt"',
    openedOn: '"openedAt_on"',
    closedAt: '"closedAt"',
    firstReply: '"firstReply"',
    contacts: 'contacts',
    channel: 'channel',
    topic: 'topic',
    satisfaction: 'satisfaction',
    email: 'email',
    phone: 'phone',
    customerId: '"customerId"',
    order: '"order"',
  },
};
