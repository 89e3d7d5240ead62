import { mdxToMdast, type MdastNode } from 'satteri';
import { ClaimSyntaxError } from '#core/claims/claim-syntax-error.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import type { Issue } from '#core/schemas/issue.ts';

/**
 * Places at which a text or a Claim in it cannot be parsed, each with its line: the site is not built with them. Whether
 * what a text names exists is for `npm run check` to say. Nothing of a text is quoted but the word that is wrong.
 *
 * @param texts by path relative to content/; only .mdx is read
 */
export function unreadableTexts(texts: ReadonlyMap<string, string>): Issue[] {
  return [...texts]
    .filter(([path]) => path.endsWith('.mdx'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, text]) => unreadablePlaces(`content/${path}`, text));
}

function unreadablePlaces(file: string, text: string): Issue[] {
  let tree: MdastNode;
  try {
    tree = mdxToMdast(text);
  } catch (error) {
    return [unreadable(file, error)];
  }
  const issues: Issue[] = [];
  const visit = (node: MdastNode): void => {
    const problem = claimProblem(node);
    if (problem !== null) {
      const line = node.position?.start.line;
      issues.push({ file, ...(line === undefined ? {} : { line }), ...problem });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return issues;
}

function claimProblem(node: MdastNode): Pick<Issue, 'found' | 'expected'> | null {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return null;
  if (node.name !== 'Claim') return null;
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'when') continue;
    if (typeof attribute.value !== 'string') continue;
    try {
      parseClaim(attribute.value);
    } catch (error) {
      if (!(error instanceof ClaimSyntaxError)) throw error;
      const { position, found, expected } = error;
      return { found: `a Claim with ${found} at character ${position + 1}`, expected };
    }
  }
  return null;
}

/** What the parser says is "12:7: Unexpected end of file (mdx-jsx:…)". */
function unreadable(file: string, error: unknown): Issue {
  const message = error instanceof Error ? error.message : String(error);
  const line = /^(\d+):/.exec(message)?.[1];
  return {
    file,
    ...(line === undefined ? {} : { line: Number(line) }),
    found: 'a text that cannot be read',
    expected: 'Markdown with closed components; to show < or {, write \\< or \\{',
  };
}
