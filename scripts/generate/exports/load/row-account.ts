import type { ReadFile } from '../read/read-file.ts';

/** Why rows are accounted for in another way than before. */
export interface AccountReason {
  /** area/problem; `ignored/…` and `row/…` move rows in the account, `note/…` only says something about them. */
  code: string;
  reason: string;
}

/** How a loader says of rows that the reader took in what became of them. */
export interface RowAccount {
  ignore(file: number, reason: AccountReason, rows: number): void;
  reject(file: number, reason: AccountReason, rows: number): void;
  note(file: number, reason: AccountReason, rows: number): void;
}

/** The account of the files that are being loaded: moves rows from used to ignored or rejected, with the reason. */
export function rowAccount(files: readonly ReadFile[]): RowAccount {
  const add = (
    number: number,
    { code, reason }: AccountReason,
    rows: number,
    to: 'ignored' | 'rejected' | null,
  ): void => {
    const report = files.find((file) => file.number === number)?.report;
    if (report === undefined || rows === 0) return;
    if (to !== null) {
      report.rows.used -= rows;
      report.rows[to] += rows;
    }
    // Portions of a file can say the same of their rows.
    const said = report.reasons.find((other) => other.code === code && other.reason === reason);
    if (said === undefined) report.reasons.push({ code, reason, rows });
    else said.rows += rows;
  };
  return {
    ignore: (file, reason, rows) => add(file, reason, rows, 'ignored'),
    reject: (file, reason, rows) => add(file, reason, rows, 'rejected'),
    note: (file, reason, rows) => add(file, reason, rows, null),
  };
}
