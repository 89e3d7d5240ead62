import type { Adapter, Reshaped } from '../adapter.ts';
import { REPORT_COLUMNS, SENDING_SELECT, reportTable } from './mailchimp-sections.ts';

/**
 * Mailchimp's report of an A/B test: each combination is an arm. Arms are called by their subject where the subjects
 * differ, else by their number. The report does not say how people were divided.
 */
export const mailchimpAbReport: Adapter = {
  id: 'mailchimp-ab-report',
  label: 'Mailchimp: one A/B test → Report → Download',
  table: 'campaign_results',
  columns: { ...REPORT_COLUMNS, variant: { headers: ['Variant'], type: 'text', required: true } },
  overlap: { key: ['title', 'variant', 'sentAt'], newest: 'sentAt' },
  select: { ...SENDING_SELECT, variant: 'variant' },
  reshape: {
    recognises: (head) =>
      /^\uFEFF?\s*"?Campaign Report"?[\s,;]*[\r\n]/.test(head) &&
      /^"?Combination \d+ Stats/m.test(head),
    toTable: (text) => withVariants(reportTable(text)),
  },
};

function withVariants(table: Reshaped): Reshaped {
  const section = table.header.indexOf('Section');
  const subject = table.header.indexOf('Subject Line');
  const subjects = new Set(table.rows.map(({ cells }) => cells[subject]));
  const named = subject >= 0 && subjects.size === table.rows.length && !subjects.has('');
  return {
    ...table,
    header: [...table.header, 'Variant'],
    rows: table.rows.map(({ line, cells }) => ({
      line,
      cells: [...cells, cells[named ? subject : section] ?? ''],
    })),
  };
}
