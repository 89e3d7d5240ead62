import { basename, dirname } from 'node:path';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { compileSource } from './compile-source.ts';
import type { FilePlan } from './file-plan.ts';
import { matchesAny } from './list-files.ts';
import { readFileHead, readHeadings } from './sniff-file.ts';

/** How a file would be read, and why; made without reading its rows. */
export interface FileExplanation {
  path: string;
  /** Null: no format fits; the file would be listed and left alone. */
  adapter: string | null;
  /** Share of the header that belongs to the format, 0–1. */
  score: number;
  runnersUp: { adapter: string; score: number; missing: string[] }[];
  encoding: string | null;
  /** Null: no delimited text, or fixed width. */
  delimiter: string | null;
  /** 1-based; null where there is none. */
  headerLine: number | null;
  /** Column of the format → column of the file. */
  columns: Record<string, string>;
  /** Required columns that the file lacks. */
  missing: string[];
  why: string;
}

const RUNNERS_UP = 3;

/** Explains how `generate` would read one file. */
export async function explainFile(path: string, config: PortalConfig): Promise<FileExplanation> {
  const head = await readFileHead(dirname(path), basename(path));
  const encoding =
    head.encoding === null ? null : `${head.encoding}${head.compressed ? ', gzip' : ''}`;
  const source = config.sources.find(({ files }) =>
    files.some(
      (glob) => matchesAny(path, [glob, `**/${glob}`]) || matchesAny(basename(path), [glob]),
    ),
  );
  if (source !== undefined) {
    const plan = compileSource(head, source);
    return {
      path,
      adapter: plan.source,
      score: 1,
      runnersUp: [],
      encoding,
      delimiter: plan.delimiter,
      headerLine: plan.headerLine === 0 ? null : plan.headerLine,
      columns: boundColumns(plan.bindings),
      missing: [],
      why: `The config maps it: source "${source.name}" makes its rows ${source.table}`,
    };
  }
  const reading = readHeadings(head);
  const [best, ...others] = reading?.matches ?? [];
  if (reading === null || best === undefined) {
    return {
      path,
      adapter: null,
      score: 0,
      runnersUp: [],
      encoding,
      delimiter: null,
      headerLine: null,
      columns: {},
      missing: [],
      why:
        head.encoding === null
          ? 'It is no text'
          : 'None of its first 20 lines has a column of a known format',
    };
  }
  const isComplete = best.missing.length === 0;
  const known = Math.round(best.score * reading.header.cells.length);
  return {
    path,
    adapter: isComplete ? best.adapter.id : null,
    score: best.score,
    runnersUp: (isComplete ? others : [best, ...others])
      .slice(0, RUNNERS_UP)
      .map(({ adapter, score, missing }) => ({ adapter: adapter.id, score, missing })),
    encoding,
    delimiter: reading.delimiter,
    headerLine: reading.header.line,
    columns: boundColumns(best.bindings),
    missing: best.missing,
    why: isComplete
      ? `Line ${reading.header.line} has all required columns of ${best.adapter.id}; ${known} of its ${reading.header.cells.length} columns belong to it`
      : `The nearest format, ${best.adapter.id}, requires ${best.missing.map((name) => `"${name}"`).join(', ')}, which line ${reading.header.line} lacks`,
  };
}

function boundColumns(bindings: FilePlan['bindings']): Record<string, string> {
  return Object.fromEntries(
    [...bindings].map(([column, binding]) => [
      column,
      binding.from === 'header'
        ? binding.header
        : binding.from === 'constant'
          ? 'the same in every row'
          : 'the number of the row',
    ]),
  );
}
