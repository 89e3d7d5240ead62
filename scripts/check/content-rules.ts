import type { Issue } from '#core/schemas/issue.ts';
import { readPresentContent } from '#generate/content/read-present-content.ts';
import { formatIssue } from '#generate/generate-error.ts';
import { checkMdx } from '#markdown/check-mdx.ts';
import { readCatalogue } from '#markdown/content-catalogue.ts';
import { checkContentFile } from './check-content-file.ts';
import { checkVoice } from './check-voice.ts';

/** Everything that is wrong in content/: form of every file, and what its texts say. One line for each problem. */
export function contentRules(contentDirectory: string): string[] {
  const present = readPresentContent(contentDirectory);
  const ofTexts = Map.groupBy(textIssues(contentDirectory), ({ file }) => file);
  const issues = present
    .paths()
    .flatMap((path): Issue[] => [
      ...checkContentFile(path, present.read(path) ?? ''),
      ...(ofTexts.get(path) ?? []),
    ]);
  return issues.map(formatIssue);
}

/** What the texts of content/ say and may not: each place of it keeps the site from being built. */
export function textIssues(contentDirectory: string): Issue[] {
  const present = readPresentContent(contentDirectory, /\.(?:mdx|ya?ml)$/);
  const catalogue = readCatalogue(contentDirectory);
  return present.paths().flatMap((path) => {
    const source = present.read(path) ?? '';
    if (path.endsWith('.mdx')) {
      return checkMdx({ source, file: path, owner: path.replace(/\.mdx$/, '') }, catalogue);
    }
    return isVoice(path) ? checkVoice(path, source, catalogue) : [];
  });
}

/** What is wrong with the form of what people write: the fields of texts and of voices. */
export function fieldIssues(contentDirectory: string): Issue[] {
  const present = readPresentContent(contentDirectory, /\.(?:mdx|ya?ml)$/);
  return present.paths().flatMap((path) => checkContentFile(path, present.read(path) ?? ''));
}

function isVoice(path: string): boolean {
  return path.startsWith('voices/');
}
