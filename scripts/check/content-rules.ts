import type { Issue } from '#core/schemas/issue.ts';
import { readPresentContent } from '#generate/content/read-present-content.ts';
import { formatIssue } from '#generate/generate-error.ts';
import { checkMdx } from '../../src/markdown/check-mdx.ts';
import { readCatalogue } from '../../src/markdown/content-catalogue.ts';
import { checkContentFile } from './check-content-file.ts';

/** Everything that is wrong in content/: form of every file, and what its texts say. One line for each problem. */
export function contentRules(contentDirectory: string): string[] {
  const present = readPresentContent(contentDirectory);
  const catalogue = readCatalogue(contentDirectory);
  const issues = present.paths().flatMap((path): Issue[] => {
    const text = present.read(path) ?? '';
    const ofForm = checkContentFile(path, text);
    if (!path.endsWith('.mdx')) return ofForm;
    const owner = path.replace(/\.mdx$/, '');
    return [...ofForm, ...checkMdx({ source: text, file: path, owner }, catalogue)];
  });
  return issues.map(formatIssue);
}
