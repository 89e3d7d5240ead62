import { join } from 'node:path';
import type { FilePlan } from '../plan/file-plan.ts';
import type { Dialect } from './count-records.ts';
import { doubleQuotes, escapesQuotes } from './escaped-quotes.ts';
import { scanFile, writeAsUtf8, type FileScan } from './file-bytes.ts';
import { breaksHeader } from './header-breaks.ts';
import { readSections, type Sections } from './read-sections.ts';
import { unescapeDump } from './unescape-dump.ts';
import { unwrapRows } from './unwrap-rows.ts';

/** A file as the engine's reader takes it, with its records counted. */
interface CountedText {
  plan: FilePlan;
  /** UTF-8 with one kind of line break. */
  readable: { path: string; compressed: boolean };
  counted: FileScan;
  dialect: Dialect;
}

/** The text of an export, ready for the engine's reader. */
export interface ReadableText extends CountedText {
  /** Of a file of sections: what it holds besides its table. */
  sections: Sections | null;
}

/** Makes the text of an export readable: most files are as they stand, others are copied into `folder`. */
export async function readableText(given: FilePlan, folder: string): Promise<ReadableText> {
  const source = await asWritten(given, join(folder, 'written'));
  const table = join(folder, 'table');
  const sections = await readSections(source, table);
  if (sections !== null) return { ...(await counted(sections.plan, copied(table))), sections };
  const text = await inUtf8(source, join(folder, 'utf8'));
  return { ...(await asQuoted(text, join(folder, 'quoted'))), sections };
}

const copied = (path: string): CountedText['readable'] => ({ path, compressed: false });

/** The file as it was before a database or a spreadsheet program put signs of its own into it: itself, or its copy. */
async function asWritten(plan: FilePlan, copy: string): Promise<FilePlan> {
  const { absolute, compressed, escapes, wrappedBy } = plan;
  if (escapes === true) await unescapeDump(absolute, compressed, copy);
  else if (wrappedBy !== undefined) await unwrapRows(absolute, compressed, wrappedBy, copy);
  else return plan;
  return { ...plan, absolute: copy, compressed: false };
}

async function counted(plan: FilePlan, readable: CountedText['readable']): Promise<CountedText> {
  const dialect: Dialect = {
    delimiter: plan.delimiter,
    quotes: plan.quotes,
    skipLines: Math.max(0, plan.headerLine - 1),
    columns: plan.columnCount,
    ...(plan.origin ? { recordShift: plan.origin.shift } : {}),
  };
  const scan = await scanFile(readable.path, readable.compressed, dialect);
  return { plan, readable, counted: scan, dialect };
}

/** The file, or its copy where the engine's reader would not take its letters or its line breaks. */
async function inUtf8(plan: FilePlan, copy: string): Promise<CountedText> {
  const original = { path: plan.absolute, compressed: plan.compressed };
  const text = await counted(plan, original);
  const scan = text.counted;
  const encoding = plan.encoding === 'utf-8' && !scan.validUtf8 ? 'cp1252' : plan.encoding;
  const mixedLineBreaks = scan.mixedLineBreaks || breaksHeader(plan);
  if (encoding === 'utf-8' && !mixedLineBreaks && !scan.combiningAccents) return text;
  await writeAsUtf8({ ...original, encoding, mixedLineBreaks }, copy);
  return counted(plan, copied(copy));
}

/** The text, or its copy where a backslash keeps quotation marks inside cells. */
async function asQuoted(text: CountedText, copy: string): Promise<CountedText> {
  const { plan, readable } = text;
  if (!plan.quotes || plan.delimiter === null || !text.counted.backslashes) return text;
  const file = { ...readable, delimiter: plan.delimiter };
  if (!(await escapesQuotes(file))) return text;
  await doubleQuotes(file, copy);
  return counted(plan, copied(copy));
}
