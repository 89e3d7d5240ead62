import { MAX_COLUMNS } from '../file-limits.ts';
import { FileRefusal, tooManyColumns } from '../file-refusal.ts';
import { scanFile } from '../read/file-bytes.ts';
import { csvCell, csvCellSql } from './csv-cell.ts';
import { refuseHugeTable, refuseLostRecords } from './table-size.ts';
import { copyLines, type UnpackContext } from './unpack-context.ts';

/**
 * Makes a Parquet file a comma-separated text, done by the engine: times in ISO 8601, numbers plain, nested values as
 * JSON. The number of records is compared with what the file's own metadata say.
 *
 * @returns Path of the text
 */
export async function parquetToText(absolute: string, context: UnpackContext): Promise<string> {
  try {
    return await convert(absolute, context);
  } catch (error) {
    const isEngines =
      error instanceof Error && /^[A-Z][A-Za-z ]*(Error|Exception):/.test(error.message);
    throw isEngines ? damagedParquet() : error;
  }
}

async function convert(absolute: string, context: UnpackContext): Promise<string> {
  const engine = await context.engine();
  const columns = await engine.rows<{ name: string; type: string }>(
    'SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM read_parquet($1))',
    [absolute],
  );
  if (columns.length > MAX_COLUMNS) throw new FileRefusal(tooManyColumns(`${columns.length}`, 1));
  const [stated] = await engine.rows<{ n: string }>(
    'SELECT num_rows AS n FROM parquet_file_metadata($1)',
    [absolute],
  );
  const records = Number(stated?.n ?? 0);
  refuseHugeTable(records, columns.length, context.limits);
  const names = columns.map((_, index) => `c${index}`);
  const cells = columns.map(({ type }, index) => csvCellSql(`(${cellText(`c${index}`, type)})`));
  // A single column without a value would be a blank line: a second, empty one keeps the record.
  if (columns.length === 1) cells.push(`''`);
  const text = await copyLines(
    context,
    `SELECT CAST($2 AS VARCHAR) AS record UNION ALL
    SELECT concat_ws(',', ${cells.join(', ')}) FROM read_parquet($1) AS t(${names.join(', ')})`,
    [absolute, header(columns.map(({ name }) => name))],
  );
  const { lastIndex } = await scanFile(text, false, {
    delimiter: ',',
    skipLines: 0,
    columns: columns.length,
  });
  refuseLostRecords(records, lastIndex - 1);
  return text;
}

function header(names: string[]): string {
  return `${names.map(csvCell).join(',')}${names.length === 1 ? ',' : ''}`;
}

/** SQL of a column's value as text. */
function cellText(column: string, type: string): string {
  if (type === 'DOUBLE' || type === 'FLOAT') return plainDouble(column);
  if (type === 'BLOB') return `coalesce(try(decode(${column})), CAST(${column} AS VARCHAR))`;
  if (type === 'TIMESTAMP WITH TIME ZONE')
    return `replace(CAST(${column} AT TIME ZONE 'UTC' AS VARCHAR), ' ', 'T') || '+00:00'`;
  if (/^(STRUCT|MAP|UNION|VARIANT)\b|\]$/.test(type)) return `CAST(to_json(${column}) AS VARCHAR)`;
  return `CAST(${column} AS VARCHAR)`;
}

/** Whole numbers as such (tools make numbers floating as soon as one is missing), small ones without exponent. */
function plainDouble(column: string): string {
  const text = `CAST(${column} AS VARCHAR)`;
  return `CASE WHEN NOT isfinite(${column}) THEN ${text}
    WHEN ${column} = trunc(${column}) AND abs(${column}) < 1e37 THEN CAST(CAST(${column} AS HUGEINT) AS VARCHAR)
    WHEN abs(${column}) < 1e-3 AND abs(${column}) > 1e-12 THEN rtrim(CAST(CAST(${column} AS DECIMAL(38, 24)) AS VARCHAR), '0')
    ELSE ${text} END`;
}

function damagedParquet(): FileRefusal {
  return new FileRefusal({
    code: 'export/damaged-parquet',
    found: 'a Parquet file that is damaged, cut or encrypted',
    expected: 'a whole Parquet file',
    hint: 'Export the file again, or as CSV',
  });
}
