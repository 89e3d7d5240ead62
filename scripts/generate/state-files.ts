import { resolve } from 'node:path';
import type { StateFile } from './content/apply-content.ts';
import type { Engine } from './warehouse/engine.ts';

/** Only the owner of the account may read what can name a person. */
const PRIVATE = 0o600;

/** The vault (who is behind a key) and which Portrait each key belongs to. */
export async function assembleStateFiles(
  engine: Engine,
  stateDirectory: string,
  assignmentsTable: string | null,
): Promise<StateFile[]> {
  const vault = await engine.rows(
    'SELECT customer, email, phone FROM customers WHERE coalesce(email, phone) IS NOT NULL ORDER BY customer',
  );
  const assignments =
    assignmentsTable === null
      ? []
      : await engine.rows(
          `SELECT customer, persona, distance FROM ${assignmentsTable} ORDER BY customer`,
        );
  return [
    {
      path: resolve(stateDirectory, 'vault.csv'),
      mode: PRIVATE,
      text: csv(
        ['key', 'email', 'phone'],
        vault.map((row) => [row['customer'], row['email'], row['phone']]),
      ),
    },
    {
      path: resolve(stateDirectory, 'assignments.csv'),
      mode: PRIVATE,
      text: csv(
        ['key', 'persona', 'distance'],
        assignments.map((row) => [row['customer'], row['persona'], row['distance']]),
      ),
    },
  ];
}

function csv(header: string[], rows: unknown[][]): string {
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
