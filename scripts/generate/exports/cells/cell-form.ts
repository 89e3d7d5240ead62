/** How numbers and times are written in one file. */
export interface CellForm {
  /** `plain`: digits, sign and decimal point; `local`: grouped, with a currency, or with a decimal comma. */
  numbers: 'plain' | 'local';
  /** `own`: each cell shows its own, in a sheet where people have typed texts among its numbers. */
  decimal: '.' | ',' | 'own';
  /** More decimals than four are rounded: ads tools write eight. */
  rounds: boolean;
  /** Tokens of strptime; null: `dates` says. */
  dateFormat: string | null;
  /** `iso`: 2026-03-14; `local`: with names of months, AM and PM, or in the order `dateOrder`. */
  dates: 'iso' | 'local';
  dateOrder: DateOrder;
}

/** What "04/05/2026" means. */
export type DateOrder = 'dmy' | 'mdy';

export const PLAIN_CELLS: CellForm = {
  numbers: 'plain',
  decimal: '.',
  rounds: false,
  dateFormat: null,
  dates: 'iso',
  dateOrder: 'dmy',
};
