import { LineCounter, parseDocument } from 'yaml';

/** A YAML text as its writer sees it: the value, and on which line each part of it stands. */
export interface YamlText {
  value: unknown;
  /** What keeps it from being read; null: nothing. */
  problem: { line: number; found: string } | null;
  /** A part that is missing has no place of its own: the first line stands for it. */
  lineOf: (place: readonly (string | number)[]) => number;
}

/**
 * Reads a YAML text; a text without anything is an empty group of fields.
 *
 * @param firstLine line of the file on which the text begins
 */
export function readYaml(text: string, firstLine = 1): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number): number =>
    Math.max(1, lines.linePos(offset).line) + firstLine - 1;
  const [error] = document.errors;
  return {
    value: error === undefined ? (document.toJS() ?? {}) : undefined,
    problem:
      error === undefined
        ? null
        : {
            line: (error.linePos?.[0].line ?? 1) + firstLine - 1,
            found: error.message.split(' at line ')[0] ?? '',
          },
    lineOf: (place) => {
      const node = document.getIn(place, true);
      return lineAt(isRanged(node) ? node.range[0] : 0);
    },
  };
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
