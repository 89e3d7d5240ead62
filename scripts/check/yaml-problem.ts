import type { Issue } from '#core/schemas/issue.ts';

/** What the parser says of a text that is no YAML. */
export interface YamlFault {
  code: string;
  message: string;
  /** Both from 1. */
  line: number;
  column: number;
}

export interface YamlProblem extends Pick<Issue, 'found' | 'expected'> {
  line: number;
  column: number;
}

/** A line of a field: `title: A saved basket`. */
const FIELD = /^(?<start>\s*(?:- )?(?<name>[\w-]+):)(?<space>\s*)(?<value>.*)$/;
/** With these a text begins only between quotes. */
const INDICATOR = /^(?:[@`%&*!|>?{}[\]]|-\s)/;
/** A list or a text in quotes is not closed where it begins: the parser goes on reading. */
const OPENING = /^["'[{]/;
const ONE_A_LINE = 'one "name: value" a line, and in a text --- below the last';

/** Why a YAML text cannot be read, as somebody who never heard of YAML can mend it; no text is quoted. */
export function yamlProblem(fault: YamlFault, lines: readonly string[]): YamlProblem {
  const line = blamedLine(fault, lines);
  const text = lines[line - 1] ?? '';
  const problem = (column: number, found: string, expected: string): YamlProblem => ({
    ...{ line, column, found, expected },
  });
  const tab = text.search(/^ *\t/) < 0 ? -1 : text.indexOf('\t');
  if (tab >= 0) return problem(tab + 1, 'a tab', 'spaces: no line may begin with a tab');

  const { start, name = '', space = '', value = '' } = FIELD.exec(text)?.groups ?? {};
  if (start === undefined) return problem(fault.column, 'a line that is no field', ONE_A_LINE);
  const valueColumn = start.length + space.length + 1;
  const inQuotes = `quotes around the whole text: ${name}: "…"`;
  if (fault.code === 'DUPLICATE_KEY') {
    return problem(fault.column, `"${name}" a second time`, 'each field once');
  }
  if (space === '' && value !== '') {
    return problem(valueColumn, `no space after "${name}:"`, `one: ${name}: …`);
  }
  if (/^["']/.test(value)) {
    const quote = value.charAt(0);
    return problem(
      valueColumn,
      `quotes that do not enclose the whole text of "${name}"`,
      `${quote} before it and behind it, and ${quote === '"' ? '\\"' : "''"} for each ${quote} inside it`,
    );
  }
  if (INDICATOR.test(value)) {
    const list = value.startsWith('[') ? 'a list that ends with ], or ' : '';
    return problem(
      valueColumn,
      `"${value.charAt(0)}" at the beginning of "${name}"`,
      list + inQuotes,
    );
  }
  const colon = value.search(/:(?:\s|$)/);
  if (colon >= 0) return problem(valueColumn + colon, `a second colon in "${name}"`, inQuotes);
  if (/^\s/.test(lines[line] ?? '')) {
    return {
      ...{ line: line + 1, column: 1, found: 'a field that begins with spaces' },
      expected: 'each field at the beginning of its line',
    };
  }
  return problem(fault.column, fault.message.split(' at line ')[0] ?? '', ONE_A_LINE);
}

/** Of what is opened and never closed, the parser says the line on which it gave up. */
function blamedLine({ code, message, line }: YamlFault, lines: readonly string[]): number {
  if (code !== 'BAD_INDENT' && !message.startsWith('Missing closing')) return line;
  const opened = lines
    .slice(0, line)
    .findLastIndex((text) => OPENING.test(FIELD.exec(text)?.groups?.['value'] ?? ''));
  return opened < 0 ? line : opened + 1;
}
