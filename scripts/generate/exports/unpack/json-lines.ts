import { MAX_COLUMNS, MAX_RECORD_BYTES } from '../file-limits.ts';
import { FileRefusal, tooManyColumns } from '../file-refusal.ts';
import { scanFile, sniffEncoding, writeAsUtf8, type FileScan } from '../read/file-bytes.ts';
import type { Dialect } from '../read/count-records.ts';
import { csvCell, csvCellSql } from './csv-cell.ts';
import { refuseHugeTable, refuseLostRecords } from './table-size.ts';
import { copyLines, type UnpackContext } from './unpack-context.ts';

export type JsonKind = 'json-lines' | 'json-array';

const LINES: Dialect = { delimiter: null, skipLines: 0, columns: 1 };
/** An array may stand on one line. */
const ARRAY: Dialect = { ...LINES, maxRecordBytes: Infinity };

/** Names under which tools hand out objects, one a line. */
const LINES_NAME = /\.(?:jsonl|ndjson)(?:\.gz)?$/i;

/** Whether a text holds records as JSON: one object a line, or one array of objects; null: neither. */
export function jsonKind(path: string, head: string): JsonKind | null {
  const text = head.replace(/^\ufeff/, '').trimStart();
  if (/^\[\s*[{\]]/.test(text)) return 'json-array';
  if (!text.startsWith('{') && !LINES_NAME.test(path)) return null;
  if (LINES_NAME.test(path)) return 'json-lines';
  return text.split('\n').slice(0, 20).some(isObject) ? 'json-lines' : null;
}

function isObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes records of JSON a comma-separated text, done by the engine: a column for each field name in the order in which
 * they appear, nested values as JSON. A line that is no object becomes a record of too many cells, which the reader
 * rejects; as far as its fields can be told they stand in their columns, so that the rest of its order is rejected too.
 *
 * @param absolute not compressed
 * @returns Path of the text; null: there is not one object in it
 */
export async function jsonToText(
  absolute: string,
  head: Buffer,
  kind: JsonKind,
  context: UnpackContext,
): Promise<string | null> {
  const { path, scan } = await plainText(absolute, head, kind, context);
  const source = kind === 'json-lines' ? LINES_SQL : ARRAY_SQL;
  const keys = await fieldNames(path, source, context);
  if (keys.length === 0) return null;
  if (keys.length > MAX_COLUMNS) throw new FileRefusal(tooManyColumns(`more than 5,000`, 1));
  const engine = await context.engine();
  const [count] = await engine.rows<{ n: string }>(`SELECT count(*) AS n FROM (${source})`, [path]);
  const records = Number(count?.n ?? 0);
  if (kind === 'json-lines') {
    refuseLostRecords(scan.lastIndex, records);
    if (!scan.endsWithLineBreak && !(await endsWithObject(path, context))) throw cutLines(scan);
  }
  refuseHugeTable(records, keys.length, context.limits);
  const text = await copyLines(context, recordsSql(source, keys), [
    path,
    `${keys.map(csvCell).join(',')}${keys.length === 1 ? ',' : ''}`,
    ...keys.map(jsonPointer),
    ...keys.map(fieldPattern),
  ]);
  const written = await scanFile(text, false, { ...LINES, delimiter: ',', columns: keys.length });
  refuseLostRecords(records, written.lastIndex - 1);
  return text;
}

const LINES_SQL = `SELECT line FROM read_csv($1, delim = '', quote = '', escape = '', header = false, auto_detect = false,
  compression = 'none',  max_line_size = ${MAX_RECORD_BYTES + 2}, columns = {'line': 'VARCHAR'})`;

const ARRAY_SQL = `SELECT CAST(json AS VARCHAR) AS line FROM read_json_objects($1, format = 'array',
  maximum_object_size = ${MAX_RECORD_BYTES}, compression = 'uncompressed')`;

const IS_OBJECT = `CASE WHEN json_valid(line) THEN json_type(line) = 'OBJECT' ELSE false END`;

/** The text in UTF-8 with one kind of line break, its lines counted without the engine. */
async function plainText(
  absolute: string,
  head: Buffer,
  kind: JsonKind,
  context: UnpackContext,
): Promise<{ path: string; scan: FileScan }> {
  const dialect = kind === 'json-lines' ? LINES : ARRAY;
  const scan = await scanFile(absolute, false, dialect);
  const sniffed = sniffEncoding(head) ?? 'utf-8';
  const encoding = sniffed === 'utf-8' && !scan.validUtf8 ? 'cp1252' : sniffed;
  const isMarked = head[0] === 0xef && head[1] === 0xbb;
  if (encoding === 'utf-8' && !scan.mixedLineBreaks && !isMarked) return { path: absolute, scan };
  const path = context.newPath();
  await writeAsUtf8({ path: absolute, compressed: false, encoding, mixedLineBreaks: true }, path);
  return { path, scan: await scanFile(path, false, dialect) };
}

/** Names of fields in the order in which the file first has them; one more than may be, when there are too many. */
async function fieldNames(path: string, source: string, context: UnpackContext): Promise<string[]> {
  const engine = await context.engine();
  try {
    const rows = await engine.rows<{ key: string }>(
      `WITH lines AS (SELECT line, row_number() OVER () AS n FROM (${source})),
      fields AS (
        SELECT unnest(json_keys(line)) AS key, n * ${MAX_RECORD_BYTES} + generate_subscripts(json_keys(line), 1) AS place
        FROM lines WHERE ${IS_OBJECT}
      )
      SELECT key FROM fields GROUP BY key ORDER BY min(place) LIMIT ${MAX_COLUMNS + 1}`,
      [path],
    );
    return rows.map(({ key }) => key);
  } catch (error) {
    throw error instanceof Error && /^(Invalid Input|IO|Conversion) Error/.test(error.message)
      ? brokenJson()
      : error;
  }
}

async function endsWithObject(path: string, context: UnpackContext): Promise<boolean> {
  const engine = await context.engine();
  const [last] = await engine.rows<{ whole: boolean }>(
    `SELECT ${IS_OBJECT} AS whole FROM (SELECT line, row_number() OVER () AS n FROM (${LINES_SQL})) ORDER BY n DESC LIMIT 1`,
    [path],
  );
  return last?.whole ?? true;
}

/** Parameters: $1 the file, $2 the header, then a pointer and a pattern for each field. */
function recordsSql(source: string, keys: string[]): string {
  const list = (from: number): string =>
    `[${keys.map((_, index) => `$${from + index}`).join(', ')}]`;
  const cells = (values: string): string =>
    `array_to_string(list_transform(${values}, lambda cell: ${csvCellSql('cell')}), ',')`;
  const extra = keys.length === 1 ? ` || ','` : '';
  return `SELECT CAST($2 AS VARCHAR) AS record UNION ALL SELECT CASE
    WHEN line IS NULL OR regexp_full_match(line, '\\s*') THEN ''
    WHEN ${IS_OBJECT} THEN ${cells(`json_extract_string(line, ${list(3)})`)}${extra}
    ELSE ${cells(`list_transform(${list(3 + keys.length)}, lambda pattern: regexp_extract(line, pattern, 1))`)} || ',no object'
  END FROM (${source})`;
}

/** RFC 6901. */
function jsonPointer(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Finds the value of a field in a line that is no JSON. */
function fieldPattern(key: string): string {
  const name = key.replaceAll(/[^A-Za-z0-9_\u0080-\uffff]/g, String.raw`\$&`);
  return String.raw`"${name}"\s*:\s*"?([^",}\]]*)`;
}

/** The rest of the file is missing, not only that line. */
function cutLines({ lines }: FileScan): FileRefusal {
  return new FileRefusal({
    code: 'export/cut-file',
    found: 'the end of the file inside an object',
    expected: 'a whole object and a line break',
    hint: 'The download or copy was interrupted: export the file again',
    line: lines,
  });
}

function brokenJson(): FileRefusal {
  return new FileRefusal({
    code: 'export/broken-json',
    found: 'JSON that is broken or cut',
    expected: 'one whole array of objects, or one object a line',
    hint: 'Export the file again; of JSON lines (.jsonl) only the broken line would be left out',
  });
}
