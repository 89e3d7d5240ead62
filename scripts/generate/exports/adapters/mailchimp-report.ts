import type { Adapter } from '../adapter.ts';
import { REPORT_COLUMNS, SENDING_SELECT, reportTable } from './mailchimp-sections.ts';

/** Mailchimp's report of one campaign: "Overall Stats" is the row, the links below are not read. */
export const mailchimpReport: Adapter = {
  id: 'mailchimp-report',
  label: 'Mailchimp: one campaign → Report → Download',
  table: 'campaign_results',
  columns: REPORT_COLUMNS,
  overlap: { key: ['title', 'sentAt'], newest: 'sentAt' },
  select: SENDING_SELECT,
  reshape: {
    recognises: (head) => /^\uFEFF?\s*"?Email Campaign Report"?[\s,;]*$/m.test(firstLine(head)),
    toTable: reportTable,
  },
};

function firstLine(text: string): string {
  return text.trimStart().split(/\r\n|\n|\r/, 1)[0] ?? '';
}
