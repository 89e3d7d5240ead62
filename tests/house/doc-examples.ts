import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** An example of a doc comment: an expression and what it gives. */
export interface DocExample {
  /** The exported symbol that it belongs to. */
  symbol: string;
  expression: string;
  expected: string;
}

/** All `@example expression // => value` above the exports of a file. */
export function docExamples(path: string): DocExample[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.ESNext,
    true,
  );
  return source.statements.filter(isExported).flatMap((statement) =>
    ts.getJSDocTags(documented(statement)).flatMap((tag) => {
      if (tag.tagName.text !== 'example') return [];
      const text = ts.getTextOfJSDocComment(tag.comment) ?? '';
      return parseExamples(text).map((example) => ({ symbol: nameOf(statement), ...example }));
    }),
  );
}

/** Examples of several lines: each ends where its value ends. */
function parseExamples(text: string): Omit<DocExample, 'symbol'>[] {
  const examples: Omit<DocExample, 'symbol'>[] = [];
  let expression: string[] = [];
  for (const line of text.replace(/^```\w*$/gm, '').split('\n')) {
    const [code = '', value] = line.split(/\s*\/\/ => /);
    if (code.trim() !== '') expression.push(code);
    if (value === undefined) continue;
    examples.push({ expression: expression.join('\n').trim(), expected: value.trim() });
    expression = [];
  }
  if (expression.length > 0) {
    examples.push({ expression: expression.join('\n').trim(), expected: '' });
  }
  return examples;
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

/** A constant's comment belongs to its declaration. */
function documented(statement: ts.Statement): ts.Node {
  return ts.isVariableStatement(statement)
    ? (statement.declarationList.declarations[0] ?? statement)
    : statement;
}

function nameOf(statement: ts.Statement): string {
  const named = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]
    : statement;
  return named !== undefined && 'name' in named && ts.isIdentifier(named.name as ts.Node)
    ? (named.name as ts.Identifier).text
    : 'default';
}
