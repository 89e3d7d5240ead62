import type { Adapter } from '../adapter.ts';
import { duration, minutesOf } from './ticket-minutes.ts';

/** tickets.csv: one row per help desk ticket (docs/exports.md), for tools whose own export is not known. */
export const genericTickets: Adapter = {
  id: 'generic-tickets',
  label: 'tickets.csv',
  table: 'tickets',
  columns: {
    ticket: { headers: ['ticket'], type: 'text', required: true, personal: true },
    openedAt: { headers: ['openedAt'], type: 'timestamp', required: true },
    closedAt: { headers: ['closedAt'], type: 'timestamp' },
    firstReply: { headers: ['firstReply', 'firstReplyMinutes'], type: 'decimal' },
    resolution: { headers: ['resolution', 'resolutionMinutes'], type: 'decimal' },
    firstReplyDuration: duration('firstReplyDuration'),
    resolutionDuration: duration('resolutionDuration'),
    contacts: { headers: ['contacts'], type: 'integer' },
    channel: { headers: ['channel'], type: 'text' },
    topic: { headers: ['topic'], type: 'text' },
    satisfaction: {
      headers: ['satisfaction'],
      type: 'decimal',
      pattern: String.raw`0(\.\d+)?|1(\.0+)?`,
      expected: 'a number from 0 (bad) to 1 (good)',
    },
    email: { headers: ['email'], type: 'text', personal: true },
    phone: { headers: ['phone'], type: 'text', personal: true },
    customerId: { headers: ['customerId'], type: 'text', personal: true },
    order: { headers: ['order'], type: 'text', personal: true },
  },
  overlap: { key: ['ticket'], newest: 'openedAt', unique: true },
  ignore: [
    {
      code: 'ignored/cancelled-ticket',
      reason: 'Tickets that the mapping leaves out',
      where: '"rowCancelled"',
      cancels: true,
    },
  ],
  select: {
    ticket: 'ticket',
    openedAt: '"openedAt"',
    openedOn: '"openedAt_on"',
    closedAt: '"closedAt"',
    firstReply: `coalesce("firstReply", ${minutesOf('"firstReplyDuration"')})`,
    resolution: `coalesce(resolution, ${minutesOf('"resolutionDuration"')})`,
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
