import type { ColumnSource, ExportSource } from '#core/schemas/portal-config.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { Binding } from '../adapter.ts';
import { GENERIC_ADAPTERS } from '../adapters/adapter-registry.ts';
import { formatPattern } from '../cells/cell-sql.ts';
import { nameColumns } from './name-columns.ts';
import { namedHeader } from './named-header.ts';
import { PLAIN_CELLS } from '../cells/cell-form.ts';
import type { FilePlan, RowTest } from './file-plan.ts';
import { foldHeader } from './fold-header.ts';
import { headerName, requiredColumns } from './match-adapter.ts';
import { nearestWord } from '#core/format/nearest-word.ts';
import { missingColumns } from './missing-columns.ts';
import type { Encoding } from '../read/file-bytes.ts';
import { DELIMITERS, HEADER_LINES, type FileHead } from './sniff-file.ts';
import { splitRecords } from '../read/split-records.ts';

/** Makes a plan out of a mapping of the config: it takes precedence over what the header looks like. */
export function compileSource(head: FileHead, source: ExportSource): FilePlan {
  const generic = GENERIC_ADAPTERS[source.table];
  const encoding = sourceEncoding(head, source);
  const layout = fileLayout(head, source);
  const bindings = new Map<string, Binding>();
  for (const column of Object.keys(source.columns)) {
    if (generic.columns[column] === undefined) throw unknownGenericColumn(source, column);
  }
  refuseMissing(head, source, layout);
  for (const [column, from] of Object.entries(source.columns)) {
    const binding = bind(layout, from);
    if (binding !== null) bindings.set(column, binding);
  }
  for (const options of requiredColumns(generic)) {
    if (options.some((column) => bindings.has(column))) continue;
    const names = options.map((column) => headerName(generic, column)).join(' or ');
    throw new GenerateError(
      'config/source-column-missing',
      `Cannot map "${head.path}" with source "${source.name}": column "${names}" is not mapped; expected where it comes from`,
      `Add ${options[0]} to columns of the source: a header name, { constant: '…' } or { rowNumber: true }`,
    );
  }
  if (source.dateFormat !== undefined) formatPattern(source.dateFormat);
  const test = (which: ExportSource['cancelled']): RowTest | null => {
    const binding = which === undefined ? null : bind(layout, which.column);
    return which === undefined || binding === null ? null : { binding, pattern: which.matches };
  };
  return {
    path: head.path,
    absolute: head.absolute,
    compressed: head.compressed,
    encoding,
    delimiter: layout.delimiter,
    quotes: layout.delimiter !== null,
    fixedWidth: source.fixedWidth?.map(({ start, length }) => ({ start, length })) ?? null,
    headerLine: layout.headerLine,
    ...(layout.recordsAbove === undefined ? {} : { recordsAbove: layout.recordsAbove }),
    columnCount: layout.columnCount,
    names: source.fixedWidth === undefined ? nameColumns(layout.headers, generic, bindings) : [],
    adapter: generic,
    source: source.name,
    bindings,
    form: {
      ...PLAIN_CELLS,
      ...(source.decimal === undefined ? {} : { decimal: source.decimal, numbers: 'local' }),
      dateFormat: source.dateFormat ?? null,
    },
    formIsGiven: source.decimal !== undefined && source.dateFormat !== undefined,
    timeZone: null,
    account: { spreadsheetDamage: source.spreadsheetDamage, taxInPrices: source.taxInPrices },
    cancelled: test(source.cancelled),
    nonProduct: test(source.nonProduct),
  };
}

interface Layout {
  delimiter: string | null;
  headerLine: number;
  /** Of a header that was looked for. */
  recordsAbove?: number;
  headers: string[];
  columnCount: number;
}

function fileLayout(head: FileHead, source: ExportSource): Layout {
  const { fixedWidth, headerLine } = source;
  if (fixedWidth !== undefined) {
    const headers = fixedWidth.map(({ name }) => name);
    return { delimiter: null, headerLine: headerLine ?? 0, headers, columnCount: 1 };
  }
  const delimiters = source.delimiter === undefined ? DELIMITERS : [source.delimiter];
  const found = namedHeader(head.text, headersOf(source), delimiters);
  const { delimiter = ',', cells: foundCells = [], line = 1, before = 0 } = found ?? {};
  if (headerLine === undefined) {
    const place = { headerLine: line, recordsAbove: before };
    return { delimiter, ...place, headers: foundCells, columnCount: foundCells.length };
  }
  const first = splitRecords(head.text, delimiter, 200).find(
    (r) => r.line >= Math.max(1, headerLine),
  );
  const cells = first?.cells ?? [];
  const headers = headerLine === 0 ? cells.map((_, index) => `column${index + 1}`) : cells;
  return { delimiter, headerLine, headers, columnCount: headers.length };
}

/** The headers that a mapping names. */
function headersOf({ columns, cancelled, nonProduct }: ExportSource): string[] {
  const named = Object.values(columns).map(headerOf);
  return [...named, cancelled?.column, nonProduct?.column].filter((name) => name != null);
}

/** Null: the file has no such column. */
function bind(layout: Layout, from: ColumnSource): Binding | null {
  const header = headerOf(from);
  if (header !== null) return bindHeader(layout, header);
  return typeof from === 'object' && 'constant' in from
    ? { from: 'constant', text: from.constant }
    : { from: 'rowNumber' };
}

/** The header of the file that a mapping names; null where it names none. */
function headerOf(from: ColumnSource): string | null {
  if (typeof from === 'string') return from;
  return 'column' in from ? from.column : null;
}

function bindHeader({ headers }: Layout, header: string): Binding | null {
  const exact = headers.indexOf(header);
  const index =
    exact >= 0 ? exact : headers.findIndex((other) => foldHeader(other) === foldHeader(header));
  return index < 0 ? null : { from: 'header', index, header };
}

/** All columns that a mapping names and the file lacks are told at once. */
function refuseMissing(head: FileHead, source: ExportSource, layout: Layout): void {
  const names = headersOf(source).filter((name) => bindHeader(layout, name) === null);
  if (names.length === 0) return;
  throw missingColumns({
    path: head.path,
    takenFor: `source "${source.name}"`,
    line: layout.headerLine,
    names: [...new Set(names)],
    headers: layout.headers,
    hint:
      source.headerLine === undefined
        ? `Correct columns of source "${source.name}" in portal.config.ts, or export the file with what they name; headerLine says where a header is that stands below the first ${HEADER_LINES} lines`
        : `Correct columns or headerLine of source "${source.name}" in portal.config.ts, or export the file with what they name; without headerLine the header is looked for in the first ${HEADER_LINES} lines`,
  });
}

function sourceEncoding(head: FileHead, source: ExportSource): Encoding {
  if (source.encoding === 'latin-1') return 'cp1252';
  if (head.encoding !== null) return head.encoding;
  throw new GenerateError(
    'export/no-text',
    `Cannot read export "${head.path}" as source "${source.name}": it is no text; expected a delimited or fixed-width text file`,
    'Save the file as CSV, or correct the globs of the source',
    [{ file: head.path, found: 'binary data', expected: 'text' }],
  );
}

function unknownGenericColumn(source: ExportSource, column: string): GenerateError {
  const known = Object.keys(GENERIC_ADAPTERS[source.table].columns);
  const nearest = nearestWord(column, known);
  return new GenerateError(
    'config/source-column-unknown',
    `Cannot use source "${source.name}": "${column}" is no column of ${source.table}${nearest === null ? '' : `; the nearest is "${nearest}"`}; expected one of ${known.join(', ')}`,
    'docs/exports.md lists the columns of each table',
  );
}
