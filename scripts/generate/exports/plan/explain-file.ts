import { lstat, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { ExportSource, PortalConfig } from '#core/schemas/portal-config.ts';
import { attempt } from '#generate/attempt.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { compileSource } from './compile-source.ts';
import type { FilePlan } from './file-plan.ts';
import { LEFT_OUT_REASONS } from './left-out-files.ts';
import { matchesAny } from './list-files.ts';
import type { AdapterMatch } from './match-adapter.ts';
import { FAMILIAR, planFile } from './plan-file.ts';
import { readFileHead, readHeadings, type FileHead, type HeadReading } from './sniff-file.ts';
import { listedFile, type ExportFile } from '../unpack/export-file.ts';
import { unpackContext } from '../unpack/unpack-context.ts';
import { unpackFile } from '../unpack/unpack-file.ts';

/** How a file would be read, and why; made without reading its rows. */
export interface FileExplanation {
  path: string;
  /** Null: `generate` would not read the file; `why` says whether it leaves it out or stops. */
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

/**
 * Explains how `generate` would read a file: of an archive or workbook each member or sheet, or the one that is named
 * behind its path ("orders.zip/orders.csv").
 *
 * @throws GenerateError for a file that is not there or that this user may not read
 */
export async function explainFiles(path: string, config: PortalConfig): Promise<FileExplanation[]> {
  const container = await outermostFile(path);
  const found = await lstat(container).catch(() => null);
  if (found?.isSymbolicLink() === true) return [unread(path, LEFT_OUT_REASONS.link)];
  if (isIgnored(container, config)) return [unread(path, IGNORED)];
  const scratch = await mkdtemp(join(tmpdir(), 'explain-'));
  let engine: Promise<Engine> | undefined;
  const context = unpackContext(scratch, () => (engine ??= openEngine()));
  try {
    const files = await attempt(() => unpackFile(listedFile(container, container), context));
    if (files instanceof GenerateError) {
      if (files.code === 'export/unreadable-file') throw files;
      return [unread(path, whyStopped(files))];
    }
    const named = files.filter((file) => file.path === path || file.path.startsWith(`${path}/`));
    const explained: FileExplanation[] = [];
    for (const file of named) explained.push(await explainOne(file, config));
    return explained.length > 0
      ? explained
      : [unread(path, 'There is no such file in the archive')];
  } finally {
    (await engine)?.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The same for a file that is one table. */
export async function explainFile(path: string, config: PortalConfig): Promise<FileExplanation> {
  const [first] = await explainFiles(path, config);
  return first ?? unread(path, LEFT_OUT_REASONS['empty-container']);
}

const IGNORED = 'ignoreFiles of the config leaves it out without a word';

/** The path itself, or the archive on the way to it. */
async function outermostFile(path: string): Promise<string> {
  for (let part = path; part !== dirname(part); part = dirname(part)) {
    const found = await lstat(part).catch(() => null);
    if (found !== null) return found.isDirectory() ? path : part;
  }
  return path;
}

function isIgnored(path: string, config: PortalConfig): boolean {
  return (
    isNamedBy(path, config.ignoreFiles) &&
    !config.sources.some(({ files }) => isNamedBy(path, files))
  );
}

async function explainOne(file: ExportFile, config: PortalConfig): Promise<FileExplanation> {
  const { path, leftOut } = file;
  if (leftOut !== null) return unread(path, LEFT_OUT_REASONS[leftOut]);
  if (isIgnored(path, config)) return unread(path, IGNORED);
  const source = config.sources.find(({ files }) =>
    [path, ...file.containers].some((name) => isNamedBy(name, files)),
  );
  const head = await attempt(() => readFileHead(file));
  if (head instanceof GenerateError) {
    if (head.code === 'export/unreadable-file') throw head;
    return unread(path, whyStopped(head));
  }
  const encoding =
    head.encoding === null ? null : `${head.encoding}${head.compressed ? ', gzip' : ''}`;
  if (source !== undefined) return { ...(await explainMapped(path, head, source)), encoding };
  return { ...(await explainHeader(path, head, config)), encoding };
}

/** The relative globs of the config, wherever the folder of the exports is. */
function isNamedBy(path: string, globs: string[]): boolean {
  return globs.some(
    (glob) => matchesAny(path, [glob, `**/${glob}`]) || matchesAny(basename(path), [glob]),
  );
}

async function explainMapped(
  path: string,
  head: FileHead,
  source: ExportSource,
): Promise<FileExplanation> {
  const plan = await attempt(() => compileSource(head, source));
  if (plan instanceof GenerateError) return unread(path, whyStopped(plan));
  return {
    ...unread(path, `The config maps it: source "${source.name}" makes its rows ${source.table}`),
    adapter: plan.source,
    score: 1,
    delimiter: plan.delimiter,
    headerLine: plan.headerLine === 0 ? null : plan.headerLine,
    columns: boundColumns(plan.bindings),
  };
}

async function explainHeader(
  path: string,
  head: FileHead,
  config: PortalConfig,
): Promise<FileExplanation> {
  const plan = await attempt(() => planFile(head, config));
  const reading = readHeadings(head);
  const [best, ...others] = reading?.matches ?? [];
  if (plan !== null && !(plan instanceof GenerateError) && plan.adapter !== best?.adapter)
    return explainPlan(path, plan);
  if (reading === null || best === undefined)
    return unread(path, plan instanceof GenerateError ? whyStopped(plan) : whyUnknown(head));
  const isRead = plan !== null && !(plan instanceof GenerateError);
  return {
    path,
    adapter: isRead ? plan.source : null,
    score: best.score,
    runnersUp: (isRead ? others : [best, ...others])
      .slice(0, RUNNERS_UP)
      .map(({ adapter, score, missing }) => ({ adapter: adapter.id, score, missing })),
    encoding: null,
    delimiter: reading.delimiter,
    headerLine: reading.header.line,
    columns: boundColumns(best.bindings),
    missing: best.missing,
    why:
      plan instanceof GenerateError
        ? whyStopped(plan)
        : isRead
          ? `${allColumns(reading, best)}; ${knownColumns(reading, best)} belong to it`
          : whyLeftOut(reading, best),
  };
}

/** A file that is not told by its header. */
function explainPlan(path: string, plan: FilePlan): FileExplanation {
  const { adapter, delimiter, headerLine } = plan;
  const why =
    headerLine === 0
      ? `It has no header; its name and the number of its columns are those of ${adapter.label}`
      : `Its first lines are those of ${adapter.label}`;
  return {
    ...unread(path, why),
    adapter: plan.source,
    score: 1,
    delimiter,
    headerLine: headerLine === 0 ? null : headerLine,
    columns: boundColumns(plan.bindings),
  };
}

/** An explanation of a file of which nothing more can be said. */
function unread(path: string, why: string): FileExplanation {
  return {
    path,
    adapter: null,
    score: 0,
    runnersUp: [],
    encoding: null,
    delimiter: null,
    headerLine: null,
    columns: {},
    missing: [],
    why,
  };
}

function whyStopped(error: GenerateError): string {
  return `generate would stop: ${error.message}`;
}

function whyUnknown(head: FileHead): string {
  return head.encoding === null
    ? LEFT_OUT_REASONS['no-text']
    : 'None of its first 20 lines has a column of a known format';
}

/** What the nearest format asks for and the file does not have. */
function whyLeftOut(reading: HeadReading, best: AdapterMatch): string {
  if (best.missing.length > 0)
    return `The nearest format, ${best.adapter.id}, requires ${best.missing.map((name) => `"${name}"`).join(', ')}, which line ${reading.header.line} lacks`;
  const name = best.adapter.label;
  const orName = name.endsWith('.csv') ? `, or a file named like ${name}` : '';
  return `${allColumns(reading, best)}, but only ${knownColumns(reading, best)} belong to it; expected ${FAMILIAR * 100} % of them${orName}`;
}

function allColumns(reading: HeadReading, match: AdapterMatch): string {
  return `Line ${reading.header.line} has all required columns of ${match.adapter.id}`;
}

function knownColumns({ header }: HeadReading, match: AdapterMatch): string {
  return `${Math.round(match.score * header.cells.length)} of its ${header.cells.length} columns`;
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
