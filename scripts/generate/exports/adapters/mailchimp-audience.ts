import type { Adapter } from '../adapter.ts';

/**
 * Mailchimp's audience export: a file each for subscribed, unsubscribed, cleaned (bounced) and non-subscribed people.
 * Which of them it is shows in its columns, else in its name: subscribed and non-subscribed people have the same
 * columns. A file of cleaned people can lack `LAST_CHANGED`. Times are UTC. Merge fields and tags are the account's own and are not read.
 */
export const mailchimpAudience: Adapter = {
  id: 'mailchimp-audience',
  label: 'Mailchimp: Audience → Export',
  table: 'customers',
  columns: {
    /** Called as the audience calls its field: the default first, then what a rename or another language makes of it. */
    email: {
      headers: [
        ...['Email Address', 'Email', 'E-Mail-Adresse', 'Adresse e-mail', 'Adresse électronique'],
        ...['Courriel', 'Dirección de correo electrónico', 'Correo electrónico'],
        ...['Indirizzo e-mail', 'E-mailadres', 'Endereço de e-mail', 'E-postadress'],
      ],
      type: 'text',
      personal: true,
    },
    phone: {
      headers: ['Phone Number', 'Phone', 'SMS Phone Number'],
      type: 'text',
      personal: true,
    },
    optedInAt: { headers: ['OPTIN_TIME'], type: 'timestamp' },
    confirmedAt: { headers: ['CONFIRM_TIME'], type: 'timestamp' },
    unsubscribedAt: { headers: ['UNSUB_TIME'], type: 'timestamp' },
    cleanedAt: { headers: ['CLEAN_TIME'], type: 'timestamp' },
    changedAt: { headers: ['LAST_CHANGED'], type: 'timestamp' },
    leid: { headers: ['LEID'], type: 'text', personal: true, requiredHeader: true },
    fileName: { headers: [], type: 'text' },
    mergeFields: { headers: [], headerPattern: '.+', type: 'cells', personal: true },
  },
  otherHeaders: [
    'First Name',
    'Last Name',
    'Address',
    'Birthday',
    'MEMBER_RATING',
    'OPTIN_IP',
    'CONFIRM_IP',
    'LATITUDE',
    'LONGITUDE',
    'GMTOFF',
    'DSTOFF',
    'TIMEZONE',
    'CC',
    'REGION',
    'EUID',
    'NOTES',
    'TAGS',
    'UNSUB_CAMPAIGN_TITLE',
    'UNSUB_CAMPAIGN_ID',
    'UNSUB_REASON',
    'UNSUB_REASON_OTHER',
    'CLEAN_CAMPAIGN_TITLE',
    'CLEAN_CAMPAIGN_ID',
  ],
  oneOf: [['changedAt', 'cleanedAt', 'unsubscribedAt']],
  timeZone: 'UTC',
  overlap: { key: ['leid', 'email'], newest: 'changedAt' },
  select: {
    email: 'email',
    phone: 'phone',
    acceptsMarketing: `CASE
        WHEN coalesce("unsubscribedAt", "cleanedAt") IS NOT NULL THEN false
        WHEN regexp_matches(lower("fileName"), '^(unsubscribed|cleaned)') THEN false
        WHEN regexp_matches(lower("fileName"), '^non.?subscribed') THEN NULL
        WHEN "confirmedAt" IS NOT NULL THEN true
      END`,
    createdOn: 'coalesce("optedInAt_on", "confirmedAt_on")',
  },
  notes: [
    {
      code: 'note/no-email',
      reason: 'People without an e-mail or a phone: they cannot be told to be anybody’s',
      where: 'coalesce(email, phone) IS NULL',
    },
  ],
};
