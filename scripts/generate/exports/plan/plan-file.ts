import { basename } from 'node:path';
import type { PlatformAccount, PortalConfig } from '#core/schemas/portal-config.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { isDocumented, type Adapter, type Binding } from '../adapter.ts';
import { ADAPTERS } from '../adapters/adapter-registry.ts';
import { whyCardUnread } from '../adapters/google-ads-unread.ts';
import { whyMagentoUnread } from '../adapters/magento1-unread.ts';
import type { Encoding } from '../read/file-bytes.ts';
import { isOtherHeader } from '../read/other-header.ts';
import { secondHeader } from '../read/second-export.ts';
import { splitRecords } from '../read/split-records.ts';
import { matchAdapter, type AdapterMatch } from './match-adapter.ts';
import { PLAIN_CELLS } from '../cells/cell-form.ts';
import type { FilePlan } from './file-plan.ts';
import { missingColumns } from './missing-columns.ts';
import { nameColumns } from './name-columns.ts';
import { isDump, matchHeaderless } from './plan-headerless.ts';
import {
  HEADER_LINES,
  isExportName,
  readHeadings,
  type FileHead,
  type HeadReading,
} from './sniff-file.ts';
import { summaryBlock, type SummaryBlock } from './summary-block.ts';
import { hasWrappedRows, isWrappedLine, unwrappedHead } from './wrapped-rows.ts';

/** Below this share of known headers a file is another that happens to have the required columns too. */
export const FAMILIAR = 0.5;
/** From this share of known headers on, a file that lacks a column is a damaged export and not an unknown file. */
const NEAR_MISS = 0.6;

/**
 * Finds the format of a file by its header; null: no known format.
 *
 * @throws GenerateError for a file that is meant to be an export and cannot be read as one
 */
export function planFile(head: FileHead, config: PortalConfig): FilePlan | null {
  if (head.encoding === null) {
    if (isExportName(head.path)) throw noText(head.path);
    return null;
  }
  const wrapped = planWrapped(head, head.encoding, config);
  if (wrapped !== null) return wrapped;
  const sections = ADAPTERS.find(({ reshape }) => reshape?.recognises(head.text) === true);
  if (sections !== undefined) return planSections(head, head.encoding, sections, config);
  const dump = matchHeaderless(head);
  if (dump !== null) {
    const isTabbed = dump.delimiter === '\t';
    return {
      ...planFor(head, head.encoding, dump.match, config, []),
      delimiter: dump.delimiter,
      quotes: !isTabbed,
      escapes: isTabbed,
      headerLine: 0,
      columnCount: dump.columnCount,
      names: [],
    };
  }
  return planTable(head, readHeadings(head), head.encoding, config);
}

/** The plan of a table whose header, too, a spreadsheet program has put in quotes as a whole; null: it is none. */
function planWrapped(head: FileHead, encoding: Encoding, config: PortalConfig): FilePlan | null {
  const text = unwrappedHead(head.text);
  if (text === null) return null;
  const unwrapped = { ...head, text };
  const reading = readHeadings(unwrapped);
  if (reading === null || !isWrappedLine(head.text, reading.header.line)) return null;
  const plan = planTable(unwrapped, reading, encoding, config);
  return plan && { ...plan, wrappedBy: separatorOf(plan.delimiter) };
}

/** The plan of a file that is one table under a header. */
function planTable(
  head: FileHead,
  reading: HeadReading | null,
  encoding: Encoding,
  config: PortalConfig,
): FilePlan | null {
  const [best, second] = reading?.matches ?? [];
  if (reading === null || best === undefined) return null;
  if (whyMagentoUnread(head.path, reading.header.cells) !== null) return null;
  const damaged = reading.matches.find((match) => isNearMiss(head, match));
  if (damaged !== undefined && (best.missing.length > 0 || damaged.score > best.score)) {
    throw missingColumn(head, reading, damaged);
  }
  if (best.missing.length > 0 || !isFamiliar(head, best)) return null;
  if (second?.missing.length === 0 && second.score === best.score) {
    throw new GenerateError(
      'export/ambiguous-file',
      `Cannot read export "${head.path}": its header fits ${best.adapter.id} and ${second.adapter.id} alike; expected one format`,
      'Map the file in portal.config.ts under sources, with its table and columns',
      [{ file: head.path, line: reading.header.line, found: 'two formats', expected: 'one' }],
    );
  }
  const { delimiter, header } = reading;
  const summary = summaryAbove(head, reading, best);
  const isWrapped = hasWrappedRows(head.text, delimiter, header.cells.length);
  const escapes = delimiter === '\t' && best.adapter.headerless !== undefined && isDump(head.text);
  return {
    ...planFor(head, encoding, best, config, linesAbove(head, reading)),
    delimiter,
    ...(isWrapped ? { wrappedBy: separatorOf(delimiter) } : {}),
    quotes: (best.adapter.quotes !== false || delimiter !== '\t') && !escapes,
    ...(escapes ? { escapes } : {}),
    headerLine: header.line,
    recordsAbove: header.before,
    ...(summary === null ? {} : { summaryBlock: summary }),
    columnCount: header.cells.length,
    names: nameColumns(header.cells, best.adapter, best.bindings),
  };
}

/**
 * The small table above the header, if there is one. Other lines there say what the file is; rows of an export that was
 * put in front of this one would be lost among them.
 */
function summaryAbove(
  { path, text }: FileHead,
  { delimiter, header }: HeadReading,
  match: AdapterMatch,
): SummaryBlock | null {
  // The upper one of two header rows has the same names.
  if (match.adapter.doubleHeader === true) return null;
  const above = splitRecords(text, delimiter, HEADER_LINES).filter(
    ({ line }) => line < header.line,
  );
  // Between a header and the one right above it lie no rows.
  const other = above.slice(0, -1).findIndex(({ cells }) => isOtherHeader(match, cells));
  if (other === -1) return null;
  const block = summaryBlock(match, above.slice(other), header);
  if (block === null) throw secondHeader({ path }, header.line);
  return block;
}

/** What parts columns where rows with that delimiter were taken for one cell. */
function separatorOf(delimiter: string | null): string {
  return delimiter === ',' ? ';' : ',';
}

/** Why a file that is known is not read; null: it is not known, or it is read. */
export function whyNotNeeded(head: FileHead): string | null {
  if (head.encoding === null) return null;
  const reading = readHeadings(head);
  const table = reading === null ? null : whyMagentoUnread(head.path, reading.header.cells);
  return table ?? whyCardUnread(head.path);
}

/** The parts of a plan that the matched format decides. */
function planFor(
  head: FileHead,
  encoding: Encoding,
  { adapter, bindings, currency }: AdapterMatch,
  config: PortalConfig,
  above: string[],
): Omit<FilePlan, 'delimiter' | 'quotes' | 'headerLine' | 'columnCount' | 'names'> {
  const account = platformAccount(config, adapter.id);
  const stated = currency ?? account.currency ?? adapter.currency;
  const isItsZone =
    adapter.timeZoneOf === undefined || adapter.timeZoneOf === (stated ?? config.currency);
  return {
    path: head.path,
    absolute: head.absolute,
    compressed: head.compressed,
    encoding,
    fixedWidth: null,
    adapter,
    source: adapter.id,
    bindings: withConstants(head, adapter, bindings, stated, above),
    form: {
      ...PLAIN_CELLS,
      rounds: !isDocumented(adapter),
      ...(account.decimal === undefined ? {} : { numbers: 'local', decimal: account.decimal }),
    },
    formIsGiven: false,
    timeZone: account.timeZone ?? (isItsZone ? adapter.timeZone : undefined) ?? null,
    account,
    cancelled: null,
    nonProduct: null,
  };
}

/** A file of sections: its header is known once the whole file is read (read-sections.ts). */
function planSections(
  head: FileHead,
  encoding: Encoding,
  adapter: Adapter,
  config: PortalConfig,
): FilePlan {
  const { header } = adapter.reshape?.toTable(head.text) ?? { header: [] };
  return {
    ...planFor(head, encoding, matchAdapter(adapter, header), config, []),
    delimiter: ',',
    quotes: true,
    headerLine: 1,
    columnCount: header.length,
    names: [],
  };
}

/** What the file's name, the lines above the header and the config say, for columns that the file does not have. */
function withConstants(
  head: FileHead,
  adapter: Adapter,
  bindings: Map<string, Binding>,
  currency: string | undefined,
  above: string[],
): Map<string, Binding> {
  const stated = {
    ...(currency === undefined ? {} : { currency }),
    fileName: basename(head.path).replace(/(\.[A-Za-z0-9]{1,7})+$/, ''),
    ...adapter.named?.(head.path),
    ...adapter.preamble?.(above),
  };
  const all = new Map(bindings);
  for (const [column, text] of Object.entries(stated)) {
    if (adapter.columns[column] !== undefined && !all.has(column))
      all.set(column, { from: 'constant', text });
  }
  return all;
}

function linesAbove(head: FileHead, { header }: HeadReading): string[] {
  return head.text.split(/\r\n|\n|\r/, header.line - 1);
}

/** The config's settings for a platform: by the adapter's id, else by the longest beginning of it. */
function platformAccount(config: PortalConfig, adapter: string): PlatformAccount {
  const [id] = Object.keys(config.platforms)
    .filter((key) => adapter === key || adapter.startsWith(`${key}-`))
    .sort((a, b) => b.length - a.length);
  return id === undefined ? {} : (config.platforms[id] ?? {});
}

/** Whether a header with all required columns has enough in common with the format, or the file is called like it. */
function isFamiliar(head: FileHead, match: AdapterMatch): boolean {
  return match.score >= FAMILIAR || isNamed(head, match);
}

/** The file is called as the documented CSV: "returns-2026.csv". */
function isNamed(head: FileHead, match: AdapterMatch): boolean {
  return basename(head.path).startsWith(match.adapter.label.replace(/\.csv$/, ''));
}

function isNearMiss(head: FileHead, match: AdapterMatch): boolean {
  if (match.missing.length === 0) return false;
  if (isNamed(head, match) && match.requiredShare >= 0.5) return true;
  return match.score >= NEAR_MISS && match.requiredShare >= NEAR_MISS;
}

/** A name of an export and bytes that are none: the file is damaged, or it is another under a wrong name. */
function noText(path: string): GenerateError {
  return new GenerateError(
    'export/no-text',
    `Cannot read export "${path}": it is no text; expected a delimited text file`,
    'Export the file again as CSV; if it is no export, remove it or name it under ignoreFiles in portal.config.ts',
    [{ file: path, found: 'binary data', expected: 'text' }],
  );
}

function missingColumn(head: FileHead, reading: HeadReading, match: AdapterMatch): GenerateError {
  const bound = new Set(
    [...match.bindings.values()].flatMap((b) => (b.from === 'header' ? [b.header] : [])),
  );
  const free = reading.header.cells.filter((header) => header.trim() !== '' && !bound.has(header));
  return missingColumns({
    path: head.path,
    takenFor: match.adapter.id,
    line: reading.header.line,
    names: match.missing,
    headers: free,
    hint: 'Rename the column in the file, export it again with all columns, or map the file in portal.config.ts under sources',
  });
}
