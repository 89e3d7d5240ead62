import type { Adapter } from '../adapter.ts';
import { RATED_TICKETS, zendeskSatisfaction } from './zendesk-columns.ts';

/** SQL of a value inside the JSON of a cell; null where the cell is none. */
function inside(column: string, path: string): string {
  return `CASE WHEN json_valid("${column}") THEN json_extract_string("${column}", '${path}') END`;
}

function minutes(metric: string): string {
  return `TRY_CAST(${inside('metrics', `$.${metric}_time_in_minutes.calendar`)} AS DECIMAL(18,4))`;
}

const REQUESTER_ID = `coalesce(${inside('requester', '$.id')}, "requesterId")`;
/** What the requester wrote; without the comments what agents replied, which is about as much. */
const CONTACTS = `coalesce(
    CASE WHEN json_valid(comments) AND ${REQUESTER_ID} IS NOT NULL
      THEN len(list_filter(json_extract_string(comments, '$[*].author_id'), lambda author: author = ${REQUESTER_ID})) END,
    TRY_CAST(${inside('metrics', '$.replies')} AS BIGINT) + coalesce(TRY_CAST(${inside('metrics', '$.reopens')} AS BIGINT), 0))`;

/**
 * Zendesk's JSON export: one ticket a line, with its requester, its comments and its metrics as objects, as the
 * programming interface hands tickets out. Times are UTC. Of `via` only the channel is read (it holds addresses too), of
 * comments only who wrote them, and of custom fields nothing, since they are known by number only.
 */
export const zendeskJson: Adapter = {
  id: 'zendesk-json',
  label: 'Zendesk: Admin Center → Account → Tools → Reports → JSON export',
  table: 'tickets',
  platform: 'zendesk',
  columns: {
    ticket: { headers: ['id'], type: 'text', required: true },
    openedAt: { headers: ['created_at'], type: 'timestamp', required: true },
    via: { headers: ['via'], type: 'text', personal: true, requiredHeader: true },
    tags: { headers: ['tags'], type: 'text' },
    rating: { headers: ['satisfaction_rating'], type: 'text', personal: true },
    requester: { headers: ['requester'], type: 'text', personal: true },
    requesterId: { headers: ['requester_id'], type: 'text', personal: true },
    comments: { headers: ['comments'], type: 'text', personal: true },
    metrics: { headers: ['metric_set'], type: 'text' },
  },
  oneOf: [['requester', 'requesterId']],
  otherHeaders: [
    ...['url', 'external_id', 'encoded_id', 'updated_at', 'generated_timestamp', 'type'],
    ...['subject', 'raw_subject', 'description', 'priority', 'status', 'custom_status_id'],
    ...['recipient', 'submitter', 'submitter_id', 'assignee', 'assignee_id', 'organization'],
    ...['organization_id', 'group', 'group_id', 'collaborator', 'collaborator_ids'],
    ...['follower_ids', 'email_cc_ids', 'followup_ids', 'forum_topic_id', 'problem_id'],
    ...['has_incidents', 'is_public', 'due_at', 'custom_fields', 'fields', 'ticket_form_id'],
    ...['brand_id', 'sharing_agreement_ids', 'satisfaction_probability', 'metric_events'],
    ...['allow_channelback', 'allow_attachments', 'from_messaging_channel'],
  ],
  recognises: (_, firstRow) => firstRow.some(isChannel),
  timeZone: 'UTC',
  overlap: { key: ['ticket'], newest: 'openedAt', unique: true },
  select: {
    ticket: 'ticket',
    openedAt: '"openedAt"',
    openedOn: '"openedAt_on"',
    closedAt: `TRY_STRPTIME(${inside('metrics', '$.solved_at')}, '%Y-%m-%dT%H:%M:%SZ')`,
    firstReply: minutes('reply'),
    resolution: `coalesce(${minutes('full_resolution')}, ${minutes('first_resolution')})`,
    contacts: CONTACTS,
    channel: `lower(${inside('via', '$.channel')})`,
    topic: `CASE WHEN json_valid(tags) THEN nullif(array_to_string(json_extract_string(tags, '$[*]'), ', '), '') END`,
    satisfaction: zendeskSatisfaction(inside('rating', '$.score')),
    email: inside('requester', '$.email'),
    customerId: REQUESTER_ID,
  },
  notes: [
    {
      ...RATED_TICKETS,
      where: `${zendeskSatisfaction(inside('rating', '$.score'))} IS NOT NULL`,
    },
  ],
};

/** The cell that says how a ticket came in, in the JSON export: no column of the CSVs looks like it. */
export function isChannel(cell: string): boolean {
  return /^\{\s*["']channel["']\s*:/.test(cell);
}
