import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** An example of a doc comment: an expression and what it gives. */
interface DocExample {
  /** The exported symbol that it belongs to. */
  symbol: string;
  expression: string;
  expected: string;
}

/** Functions that a file exports and that nobody has described, or shown in an example. */
export function undocumentedFunctions(path: string): string[] {
  return exportsOf(path).flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement)) return [];
    const isDescribed = ts.getJSDocCommentsAndTags(statement).some((part) => part.comment);
    const isShown = ts.getJSDocTags(statement).some(({ tagName }) => tagName.text === 'example');
    return isDescribed && isShown ? [] : [`${path} ${nameOf(statement)}()`];
  });
}

/** All `@example expression // => value` above the exports of a file. */
export function docExamples(path: string): DocExample[] {
  return exportsOf(path).flatMap((statement) =>
    ts.getJSDocTags(documented(statement)).flatMap((tag) => {
      if (tag.tagName.text !== 'example') return [];
      const text = ts.getTextOfJSDocComment(tag.comment) ?? '';
      return parseExamples(text).map((example) => ({ symbol: nameOf(statement), ...example }));
    }),
  );
}

function exportsOf(path: string): ts.Statement[] {
  const text = readFileSync(path, 'utf8');
  return ts
    .createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
    .statements.filter(isExported);
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
