import { basename } from 'node:path';
import type { ExportSource, PortalConfig } from '#core/schemas/portal-config.ts';
import { attempt } from '#generate/attempt.ts';
import { GenerateError } from '#generate/generate-error.ts';
import type { ExportFile } from '../unpack/export-file.ts';
import { compileSource } from './compile-source.ts';
import { unread, whyStopped, type FileExplanation } from './file-explanation.ts';
import type { FilePlan } from './file-plan.ts';
import { customerTableHint } from './customer-table-hint.ts';
import { LEFT_OUT_REASONS, whyUnknown } from './left-out-files.ts';
import { matchesAny } from './list-files.ts';
import type { AdapterMatch } from './match-adapter.ts';
import { KEY_COLUMN, planCustomerTable } from './plan-customer-table.ts';
import { FAMILIAR, planFile, whyNotNeeded } from './plan-file.ts';
import { readFileHead, readHeadings, type FileHead, type HeadReading } from './sniff-file.ts';

const RUNNERS_UP = 3;
/** A format that fits less than this share of what the best one does is no rival, only another with a column of that name. */
const RIVAL = 0.5;

export const IGNORED = 'ignoreFiles of the config leaves it out without a word';

/** What the header says of a file, and how its rows would be read; null: they would not. */
export interface HeaderExplanation {
  explanation: FileExplanation;
  plan: FilePlan | null;
}

/** Explains by its first lines how a file that is one table would be read. */
export async function explainHeader(
  file: ExportFile,
  config: PortalConfig,
): Promise<HeaderExplanation> {
  const { path, leftOut } = file;
  const notRead = (why: string): HeaderExplanation => ({
    explanation: unread(path, why),
    plan: null,
  });
  if (leftOut !== null) return notRead(LEFT_OUT_REASONS[leftOut]);
  if (isIgnored(path, config)) return notRead(IGNORED);
  const names = [path, ...file.containers];
  const source = config.sources.find(({ files }) => isAnyNamedBy(names, files));
  const head = await attempt(() => readFileHead(file));
  if (head instanceof GenerateError) {
    if (head.code === 'export/unreadable-file') throw head;
    return notRead(whyStopped(head));
  }
  const encoding =
    head.encoding === null ? null : `${head.encoding}${head.compressed ? ', gzip' : ''}`;
  const { customerTable } = config;
  const { explanation, plan } =
    customerTable !== undefined && isAnyNamedBy(names, customerTable.files)
      ? await explainMapped(path, TABLE_WHY, () => planCustomerTable(head, customerTable))
      : source === undefined
        ? await explainKnown(path, head, config)
        : await explainMapped(path, sourceWhy(source), () => compileSource(head, source));
  return {
    explanation: { ...explanation, encoding },
    plan: plan === null ? null : { ...plan, origin: file.origin },
  };
}

const TABLE_WHY = 'The config names it: it is the customer table';

function sourceWhy({ name, table }: ExportSource): string {
  return `The config maps it: source "${name}" makes its rows ${table}`;
}

/** Explains a file that the config names. */
async function explainMapped(
  path: string,
  why: string,
  planned: () => FilePlan,
): Promise<HeaderExplanation> {
  const plan = await attempt(planned);
  if (plan instanceof GenerateError)
    return { explanation: unread(path, whyStopped(plan)), plan: null };
  const explanation = {
    ...unread(path, why),
    adapter: plan.source,
    score: 1,
    delimiter: plan.delimiter,
    headerLine: plan.headerLine === 0 ? null : plan.headerLine,
    columns: plan.wide === undefined ? boundColumns(plan.bindings) : tableColumns(plan),
  };
  return { explanation, plan };
}

async function explainKnown(
  path: string,
  head: FileHead,
  config: PortalConfig,
): Promise<HeaderExplanation> {
  const found = await attempt(() => planFile(head, config));
  const stops = found instanceof GenerateError ? found : null;
  const plan = found instanceof GenerateError ? null : found;
  const notNeeded = found === null ? whyNotNeeded(head) : null;
  if (notNeeded !== null) return { explanation: unread(path, notNeeded), plan: null };
  const table = plan === null && stops === null ? customerTableHint(head) : null;
  const reading = readHeadings(head);
  const [best, ...others] = reading?.matches ?? [];
  if (plan !== null && plan.adapter !== best?.adapter)
    return { explanation: explainPlan(path, plan), plan };
  if (reading === null || best === undefined) {
    const why = stops === null ? withTable(noColumnKnown(head), table) : whyStopped(stops);
    return { explanation: unread(path, why), plan: null };
  }
  if (plan === null && stops === null && !isNear(best))
    return { explanation: unread(path, whyUnknown(table)), plan: null };
  const rivals = others.filter(
    ({ score, requiredShare }) => score >= RIVAL * best.score && requiredShare > RIVAL,
  );
  const explanation = {
    path,
    adapter: plan?.source ?? null,
    score: best.share,
    runnersUp: (plan === null ? [best, ...rivals] : rivals)
      .slice(0, RUNNERS_UP)
      .map(({ adapter, score, missing }) => ({ adapter: adapter.id, score, missing })),
    encoding: null,
    delimiter: reading.delimiter,
    headerLine: reading.header.line,
    columns: boundColumns(best.bindings),
    missing: best.missing,
    cells: [],
    why:
      stops !== null
        ? whyStopped(stops)
        : plan === null
          ? withTable(whyLeftOut(reading, best), table)
          : `${allColumns(reading, best)}; ${knownColumns(reading, best)} belong to it${freeColumns(best)}`,
  };
  return { explanation, plan };
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

/** Whether the config wants to hear nothing of the file. */
export function isIgnored(path: string, config: PortalConfig): boolean {
  const mappings = [...config.sources, ...(config.customerTable ? [config.customerTable] : [])];
  return (
    isNamedBy(path, config.ignoreFiles) && !mappings.some(({ files }) => isNamedBy(path, files))
  );
}

function isAnyNamedBy(paths: readonly string[], globs: string[]): boolean {
  return paths.some((path) => isNamedBy(path, globs));
}

/** The relative globs of the config, wherever the folder of the exports is. */
function isNamedBy(path: string, globs: string[]): boolean {
  return globs.some(
    (glob) => matchesAny(path, [glob, `**/${glob}`]) || matchesAny(basename(path), [glob]),
  );
}

/** Whether what a format asks for explains a file that lacks some of it: a "Grand Total" alone makes no credit memo. */
function isNear({ missing, requiredShare, score }: AdapterMatch): boolean {
  return missing.length === 0 || requiredShare >= RIVAL || (requiredShare > 0 && score >= RIVAL);
}

function withTable(why: string, table: string | null): string {
  return table === null ? why : `${why}. ${table}`;
}

function noColumnKnown(head: FileHead): string {
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
  return `${match.known} of its ${header.cells.length} columns`;
}

/** Columns that a format takes by whatever names they have: questions, brands. */
function freeColumns({ bindings }: AdapterMatch): string {
  const free = [...bindings.values()].flatMap((binding) =>
    binding.from === 'rest' ? binding.columns : [],
  );
  return free.length === 0 ? '' : `, and ${free.length} are taken by their own names`;
}

/** Of a customer table: who a row is of, and the columns that are kept as they stand. */
function tableColumns({ bindings, wide }: FilePlan): Record<string, string> {
  const { [KEY_COLUMN]: key = '' } = boundColumns(bindings);
  return { [KEY_COLUMN]: key, columns: `${wide?.kept.length ?? 0} other columns` };
}

function boundColumns(bindings: FilePlan['bindings']): Record<string, string> {
  return Object.fromEntries(
    [...bindings].map(([column, binding]) => [
      column,
      binding.from === 'header'
        ? binding.header
        : binding.from === 'constant'
          ? 'the same in every row'
          : binding.from === 'rest'
            ? `${binding.columns.length} other columns`
            : 'the number of the row',
    ]),
  );
}
