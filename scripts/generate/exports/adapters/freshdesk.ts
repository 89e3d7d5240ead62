import type { Adapter } from '../adapter.ts';
import { foldHeader } from '../plan/fold-header.ts';
import { TICKET_FIELDS, ticketTopic } from './ticket-fields.ts';
import { duration, minutesBetween, minutesOf } from './ticket-minutes.ts';

/** Ratings in Freshdesk's own words, worst first; a survey with words of the account's has none that is known. */
const RATINGS = [
  'extremely unhappy',
  'very unhappy',
  'unhappy',
  'neutral',
  'happy',
  'very happy',
  'extremely happy',
];

const SATISFACTION = `CASE lower(survey) ${RATINGS.map(
  (words, place) => `WHEN '${words}' THEN ${(place / (RATINGS.length - 1)).toFixed(4)}`,
).join(' ')} END`;

const INITIAL_RESPONSE = 'Initial response time';
const RESOLVED = 'Resolved time';
const FIRST_RESPONSE = 'First response time (in hrs)';
const RESOLUTION = 'Resolution time (in hrs)';
const TIMES = [INITIAL_RESPONSE, RESOLVED, FIRST_RESPONSE, RESOLUTION].map(foldHeader);

const TO_ANSWER = minutesBetween('"openedAt"', '"firstReplyAt"');
const TO_SOLUTION = minutesBetween('"openedAt"', 'coalesce("resolvedAt", "closedAt")');

/**
 * Freshdesk's ticket export; whoever exports chooses the columns. Its durations ("26:03:30") leave out what lies outside
 * business hours, and are often empty: minutes are those between the times, and of the duration where a time is missing.
 * Times are the account's.
 */
export const freshdesk: Adapter = {
  id: 'freshdesk',
  label: 'Freshdesk: Tickets → Export',
  table: 'tickets',
  columns: {
    ticket: { headers: ['Ticket ID'], type: 'text', required: true, identifier: true },
    openedAt: { headers: ['Created time'], type: 'timestamp', required: true },
    firstReplyAt: { headers: [INITIAL_RESPONSE], type: 'timestamp' },
    resolvedAt: { headers: [RESOLVED], type: 'timestamp' },
    closedAt: { headers: ['Closed time'], type: 'timestamp' },
    firstReply: duration(FIRST_RESPONSE),
    resolution: duration(RESOLUTION),
    customerMessages: { headers: ['Customer interactions'], type: 'integer' },
    channel: { headers: ['Source'], type: 'text' },
    type: { headers: ['Type'], type: 'text' },
    survey: { headers: ['Survey results'], type: 'text' },
    email: { headers: ['Email', 'Requester Email'], type: 'text', personal: true },
    workPhone: { headers: ['Work phone', 'Requester Phone'], type: 'text', personal: true },
    mobilePhone: { headers: ['Mobile phone'], type: 'text', personal: true },
    contactId: { headers: ['Contact ID'], type: 'text', personal: true },
    ...TICKET_FIELDS,
    fields: { headers: [], type: 'cells', personal: true },
  },
  // Other help desks have a ticket's number and its created time, too.
  recognises: (header) => header.some((name) => TIMES.includes(foldHeader(name))),
  otherHeaders: [
    'Subject',
    'Description',
    'Status',
    'Priority',
    'Agent',
    'Group',
    'Due by Time',
    'Last update time',
    'Time tracked',
    'Agent interactions',
    'Resolution status',
    'First response status',
    'Every response status',
    'Tags',
    'Product',
    'Skill',
    'Association type',
    'Internal agent',
    'Internal group',
    'Reference Number',
    'Summary',
    'Source Info',
    'Full name',
    'Title',
    'Facebook ID',
    'Twitter ID',
    'Time zone',
    'Language',
    'Unique External ID',
    'Other phone numbers',
    'Contact type',
    'Company Name',
    'Company Domains',
    'Health score',
    'Account tier',
    'Industry',
    'Renewal date',
  ],
  overlap: { key: ['ticket'], newest: 'openedAt', unique: true },
  select: {
    ticket: 'ticket',
    openedAt: '"openedAt"',
    openedOn: '"openedAt_on"',
    closedAt: 'coalesce("resolvedAt", "closedAt")',
    firstReply: `coalesce(${TO_ANSWER}, ${minutesOf('"firstReply"')})`,
    resolution: `coalesce(${TO_SOLUTION}, ${minutesOf('resolution')})`,
    contacts: '"customerMessages"',
    channel: 'lower(channel)',
    topic: ticketTopic('type'),
    satisfaction: SATISFACTION,
    email: `coalesce(email, CASE WHEN contains("contactId", '@') THEN "contactId" END)`,
    phone: 'coalesce("workPhone", "mobilePhone")',
    customerId: `CASE WHEN NOT contains("contactId", '@') THEN "contactId" END`,
    order: '"order"',
  },
  notes: [
    {
      code: 'note/business-hours',
      reason:
        'Tickets without the time of the first answer or of the solution: the duration counts, which leaves out what lies outside business hours',
      where: `(${TO_ANSWER} IS NULL AND "firstReply" IS NOT NULL) OR (${TO_SOLUTION} IS NULL AND resolution IS NOT NULL)`,
    },
    {
      code: 'note/rated',
      reason: 'Tickets that the customer rated',
      where: `${SATISFACTION} IS NOT NULL`,
    },
  ],
};
