import { LineCounter, parseDocument } from 'yaml';
import { yamlProblem, type YamlFault, type YamlProblem } from './yaml-problem.ts';

/** A YAML text as its writer sees it: the value, and on which line each part of it stands. */
export interface YamlText {
  value: unknown;
  /** What keeps it from being read; null: nothing. */
  problem: YamlProblem | null;
  /** A part that is missing has no place of its own: the first line stands for it. */
  lineOf: (place: readonly (string | number)[]) => number;
}

/**
 * Reads a YAML text; a text without anything is an empty group of fields.
 *
 * @param firstLine line of the file on which the text begins
 */
export function readYaml(text: string, firstLine = 1): YamlText {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number): number =>
    Math.max(1, counter.linePos(offset).line) + firstLine - 1;
  const lineOf = (place: readonly (string | number)[]): number => {
    const node = document.getIn(place, true);
    return lineAt(isRanged(node) ? node.range[0] : 0);
  };
  const [error] = document.errors;
  if (error) {
    const { line = 1, col: column = 1 } = error.linePos?.[0] ?? {};
    const { code, message } = error;
    return { value: undefined, problem: placed({ code, message, line, column }), lineOf };
  }
  try {
    return { value: document.toJS() ?? {}, problem: null, lineOf };
  } catch (reference) {
    if (!(reference instanceof ReferenceError)) throw reference;
    // "*" would name another part of the text; none is meant.
    const line = text.slice(0, text.search(/:\s+\*/)).split('\n').length;
    const fault = { code: 'BAD_ALIAS', message: reference.message, line, column: 1 };
    return { value: undefined, problem: placed(fault), lineOf };
  }

  function placed(fault: YamlFault): YamlProblem {
    const problem = yamlProblem(fault, text.split(/\r?\n/));
    return { ...problem, line: problem.line + firstLine - 1 };
  }
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
