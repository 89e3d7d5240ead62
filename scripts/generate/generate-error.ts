import type { Issue } from '#core/schemas/issue.ts';
import { printable } from './printable.ts';

/** Issues shown in full before the rest is only counted. */
const SHOWN_ISSUES = 20;

/**
 * An expected failure: the input or the call is wrong. Printed with its hint and without a stack; exit code 1.
 * Everything else that is thrown is a bug: printed with its stack; exit code 2.
 */
export class GenerateError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly issues: Issue[];

  /**
   * @param code area/problem, for example `export/missing-column`; never reused for something else
   * @param message Cannot do what "which": what was found; expected what
   * @param hint What the reader can do about it
   * @param issues Every place that is wrong
   */
  constructor(code: string, message: string, hint: string, issues: Issue[] = []) {
    super(message);
    this.name = 'GenerateError';
    this.code = code;
    this.hint = hint;
    this.issues = issues;
  }
}

/** Several expected failures as one, so that all can be mended before the next run; the code is the first one's. */
export function severalErrors(errors: GenerateError[]): GenerateError {
  const [first] = errors;
  if (first === undefined) throw new Error('Expected at least one error');
  if (errors.length === 1) return first;
  return new GenerateError(
    first.code,
    [...new Set(errors.map(({ message }) => message))].join('\n'),
    [...new Set(errors.map(({ hint }) => hint))].join('\n      '),
    errors.flatMap(({ issues }) => issues),
  );
}

/** The error as a person reads it in the terminal. */
export function formatGenerateError(error: GenerateError): string {
  const place = error.code.startsWith('config/') ? 'setting' : 'column';
  const shown = error.issues.slice(0, SHOWN_ISSUES).map((issue) => `  ${issueLine(issue, place)}`);
  const hidden = error.issues.length - shown.length;
  return [
    ...error.message.split('\n').map(printable),
    ...shown,
    ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
    `Hint: ${error.hint}`,
  ].join('\n');
}

export function formatIssue(issue: Issue): string {
  return issueLine(issue, 'column');
}

/** @param name what the issue's column is: a configuration has settings */
function issueLine(issue: Issue, name: 'column' | 'setting'): string {
  const place = [
    issue.file,
    ...(issue.line === undefined ? [] : [`line ${issue.line}`]),
    ...(issue.column === undefined ? [] : [`${name} "${issue.column}"`]),
  ].join(', ');
  return printable(`${place}: found ${issue.found}; expected ${issue.expected}`);
}
