import type { FileReport, RowReason } from '#core/schemas/data-quality.ts';
import { GenerateError } from '#generate/generate-error.ts';

/** Why a file is listed and not read. */
export type LeftOut =
  'unknown' | 'not-needed' | 'no-text' | 'link' | 'hidden-sheet' | 'empty-container';

export interface LeftOutFile {
  path: string;
  why: LeftOut;
  /** Why it is not, where more can be said. */
  reason?: string;
}

export const LEFT_OUT_REASONS: Record<LeftOut, string> = {
  unknown:
    'No format knows its header. If its tool is set to another language, download it in English; else map it in portal.config.ts (docs/exports.md#mapping-another-file), or name it under ignoreFiles there',
  'not-needed': 'No figure needs it',
  'no-text': 'It is no text',
  link: 'Links are not followed',
  'hidden-sheet': 'It is a hidden sheet',
  'empty-container': 'There is nothing in it',
};

/** Why a text that no format knows is not read, and what it may be. */
export function whyUnknown(hint: string | null): string {
  return hint === null ? LEFT_OUT_REASONS.unknown : `${LEFT_OUT_REASONS.unknown}. ${hint}`;
}

const FOUND: Record<LeftOut, string> = {
  unknown: 'a header that no format knows',
  'not-needed': 'a table that no figure needs',
  'no-text': 'binary data',
  link: 'a link, which is not followed',
  'hidden-sheet': 'a hidden sheet, which is not read',
  'empty-container': 'an archive or workbook without any content',
};

/** What the report says of a file that is not read. */
export function leftOutReport({ path, why, reason: said }: LeftOutFile): FileReport {
  const reason: RowReason = { code: `file/${why}`, reason: said ?? LEFT_OUT_REASONS[why], rows: 0 };
  return {
    path,
    adapter: null,
    rows: { in: 0, used: 0, ignored: 0, rejected: 0 },
    reasons: [reason],
  };
}

/** Not one file of the folder can be read: said with the reason of each, before any figure is missed. */
export function nothingKnown(
  directory: string,
  leftOut: LeftOutFile[],
  ignored: string[],
): GenerateError {
  const expected = 'an export of a known format';
  return new GenerateError(
    'export/nothing-known',
    `Cannot read exports "${directory}": none of its files is a known export; expected at least one`,
    '`--explain FILE` says what a file lacks; docs/exports.md lists the formats and how another file is mapped',
    [
      ...leftOut.map(({ path, why }) => ({ file: path, found: FOUND[why], expected })),
      ...ignored.map((path) => ({
        file: path,
        found: 'a name that ignoreFiles of portal.config.ts leaves out',
        expected,
      })),
    ].sort((a, b) => (a.file < b.file ? -1 : 1)),
  );
}
