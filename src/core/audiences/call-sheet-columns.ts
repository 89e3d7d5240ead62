import { CALL_QUESTIONS } from './call-questions.ts';

/**
 * Headers of a call sheet, in their order. Writing one and reading its answers back share them, so that a filled-in
 * sheet is recognised whatever the file is called.
 */
export const CALL_SHEET_COLUMNS = {
  survey: 'Call sheet',
  listedOn: 'Listed on',
  calledOn: 'Called on',
  email: 'E-mail',
  phone: 'Phone',
  order: 'Last order',
  reason: 'Why on this sheet',
  portrait: 'Portrait',
  ...CALL_QUESTIONS,
} as const;
