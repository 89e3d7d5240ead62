import { mdxToMdast, type MdastNode } from 'satteri';
import type { Issue } from '#core/schemas/issue.ts';
import { checkComponent } from './check-component.ts';
import type { ContentCatalogue } from './content-catalogue.ts';
import { checkLink } from './check-link.ts';
import type { MdxElement } from './mdx-element.ts';

/** A text of content/: what it says, where it stands, and whose page it is. */
export interface MdxText {
  source: string;
  /** Path as its writer knows it: content/personas/x.mdx. */
  file: string;
  /** The page it belongs to: "personas/x". */
  owner: string;
}

/**
 * Everything that keeps a text from being published, each with line and column. Texts are data: import, export,
 * expressions in braces and HTML would run or draw at build, so they are refused; components and what they name must
 * exist.
 */
export function checkMdx(text: MdxText, catalogue: ContentCatalogue): Issue[] {
  let tree: MdastNode;
  try {
    tree = mdxToMdast(text.source);
  } catch (error) {
    return [syntaxIssue(text.file, error)];
  }
  return checkTree(tree, text, catalogue);
}

/** `checkMdx` for a text that is parsed already. */
function checkTree(
  tree: MdastNode,
  text: Pick<MdxText, 'file' | 'owner'>,
  catalogue: ContentCatalogue,
): Issue[] {
  const issues: Issue[] = [];
  visit(tree);
  return issues;

  function visit(node: MdastNode): void {
    for (const { found, expected } of problems(node)) {
      issues.push({
        file: text.file,
        ...(node.position
          ? { line: node.position.start.line, column: String(node.position.start.column) }
          : {}),
        found,
        expected,
      });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  }

  function problems(node: MdastNode): Pick<Issue, 'found' | 'expected'>[] {
    switch (node.type) {
      case 'mdxjsEsm':
        return [{ found: `"${firstLine(node.value)}"`, expected: 'text: no import or export' }];
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return [
          {
            found: `"{${firstLine(node.value)}}"`,
            expected: 'text; to show a brace, write \\{ and \\}',
          },
        ];
      case 'html':
        return [{ found: `"${firstLine(node.value)}"`, expected: 'Markdown: no HTML' }];
      case 'image':
      case 'imageReference':
        return [{ found: 'a Markdown picture', expected: '<Photo src="…" alt="…" />' }];
      case 'link':
      case 'definition':
        return checkLink(node.url, catalogue);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return checkComponent(node satisfies MdxElement, text.owner, catalogue);
      default:
        return [];
    }
  }
}

/** What the parser says, in plain words: the first that fits. */
const SYNTAX: readonly (readonly [RegExp, Pick<Issue, 'found' | 'expected'>])[] = [
  [
    /expression/,
    {
      found: 'braces { } around something that is no text',
      expected: 'text; to show a brace, write \\{ and \\}; values of a component stand in quotes',
    },
  ],
  [
    /`!`/,
    { found: 'a remark <!-- -->', expected: 'text; what nobody is to read is not written here' },
  ],
  [
    /^Unexpected character after `<`/,
    {
      found: 'a < that begins no component',
      expected:
        'a component that ends with />, its values in quotes; a link as [text](address); to show <, write \\<',
    },
  ],
];

/** "12:7: Unexpected end of file (mdx-jsx:…)" → its place and what is wrong there. */
function syntaxIssue(file: string, error: unknown): Issue {
  const message = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):(\d+): (.*)$/s.exec(message);
  const said = (match?.[3] ?? message).replace(/ \(mdx[^)]*\)$/, '');
  const plain = SYNTAX.find(([pattern]) => pattern.test(said))?.[1] ?? {
    found: `text that cannot be read (${said})`,
    expected: 'Markdown with closed components; to show < or {, write \\< or \\{',
  };
  return {
    file,
    ...(match ? { line: Number(match[1]), column: String(match[2]) } : {}),
    ...plain,
  };
}

function firstLine(value: string): string {
  const line = value.split('\n', 1)[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
