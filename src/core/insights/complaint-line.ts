/** Google's and Yahoo's rules for bulk senders: stay below a tenth of a percent, and never reach three tenths. */
export const COMPLAINT_TARGET = 0.001;
export const COMPLAINT_LIMIT = 0.003;

/**
 * Complaint line – where an arm's spam complaints stand against the fixed lines of mailbox providers.
 * Definition: `over-limit` at 0.3 % or more, `over-target` at 0.1 % or more, else `fine`.
 * Source: Google, "Email sender guidelines": below 0.10 %, never 0.30 % or higher.
 * Empty case: none.
 * @example complaintLine(0.002) // => 'over-target'
 */
export function complaintLine(rate: number): 'fine' | 'over-target' | 'over-limit' {
  if (rate >= COMPLAINT_LIMIT) return 'over-limit';
  return rate >= COMPLAINT_TARGET ? 'over-target' : 'fine';
}
