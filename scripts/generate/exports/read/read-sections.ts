import { writeFile } from 'node:fs/promises';
import type { RowReason } from '#core/schemas/data-quality.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { RecordPlace } from './count-records.ts';
import type { Reshaped } from '../adapter.ts';
import { openBytes, textDecoder } from './file-bytes.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { missingColumns } from '../plan/missing-columns.ts';
import { nameColumns } from '../plan/name-columns.ts';
import { matchAdapter } from '../plan/match-adapter.ts';

/** Reports of sections are summaries: a larger file is something else. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A file of sections, written as one plain table. */
export interface Sections {
  plan: FilePlan;
  ignored: { rows: number; reasons: RowReason[] };
  /** Where the n-th record (1-based, the header first) stands in the original. */
  place: (ordinal: number) => RecordPlace;
}

/** Makes the table of a file of sections (Adapter.reshape) and writes it as CSV to `copy`. */
export async function readSections(plan: FilePlan, copy: string): Promise<Sections | null> {
  const { reshape } = plan.adapter;
  if (reshape === undefined) return null;
  const text = await wholeText(plan);
  // The same format can come as a plain table too.
  if (!reshape.recognises(text)) return null;
  const table = reshape.toTable(text);
  const records = [table.header, ...table.rows.map(({ cells }) => cells)];
  await writeFile(copy, records.map((cells) => `${cells.map(csvCell).join(',')}\n`).join(''), {
    mode: 0o600,
  });
  const constants = [...plan.bindings].filter(([, { from }]) => from === 'constant');
  const { bindings, missing } = matchAdapter(plan.adapter, table.header);
  if (missing.length > 0) throw withoutColumns(plan, table.header, missing);
  return {
    plan: {
      ...plan,
      encoding: 'utf-8',
      compressed: false,
      columnCount: table.header.length,
      bindings: new Map([...constants, ...bindings]),
      names: nameColumns(table.header, plan.adapter, bindings),
    },
    ignored: {
      rows: table.ignored.reduce((sum, { rows }) => sum + rows, 0),
      reasons: table.ignored
        .filter(({ rows }) => rows > 0)
        .map(({ code, reason, rows, line }) => ({
          code,
          reason,
          rows,
          example: `line ${line}`,
        })),
    },
    place: (ordinal) => placeOf(table, ordinal),
  };
}

/** The first lines are the format's, and what it needs does not follow: the report was cut, or is of another kind. */
function withoutColumns(plan: FilePlan, headers: string[], names: string[]): GenerateError {
  return missingColumns({
    path: plan.path,
    takenFor: plan.adapter.id,
    line: 0,
    names,
    headers,
    hint: 'Download the report again and leave it as it is',
  });
}

function placeOf(table: Reshaped, ordinal: number): RecordPlace {
  const line = table.rows[ordinal - 2]?.line ?? 1;
  return { ordinal, from: line, to: line };
}

async function wholeText(plan: FilePlan): Promise<string> {
  const decoder = textDecoder(plan.encoding);
  let [text, bytes] = ['', 0];
  for await (const chunk of openBytes(plan.absolute, plan.compressed) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw tooLarge(plan);
    text += decoder.decode(chunk, { stream: true });
  }
  return (text + decoder.decode()).normalize('NFC');
}

function tooLarge(plan: FilePlan): GenerateError {
  return new GenerateError(
    'export/too-large-report',
    `Cannot read export "${plan.path}" as ${plan.adapter.id}: it is larger than 64 MB; expected a report of a few pages`,
    'Export a shorter period, or remove the file',
    [{ file: plan.path, found: 'more than 64 MB', expected: 'a report' }],
  );
}

function csvCell(text: string): string {
  return `"${text.replaceAll('"', '""').replaceAll(/\r\n?/g, '\n')}"`;
}
