import type { Issue } from '#core/schemas/issue.ts';

/** A text in content/ that cannot be published: all its issues at once, each with its place. */
export class ContentError extends Error {
  readonly code = 'content/bad-mdx';
  readonly issues: readonly Issue[];
  /** What can be done about it; shown by Astro below the message. */
  readonly hint =
    'Correct the file. "npm run check" lists every such place, and the editor offers only names that exist.';

  constructor(file: string, issues: readonly Issue[]) {
    super(
      [
        `Cannot publish "${file}": ${issues.length === 1 ? 'one place is' : `${issues.length} places are`} wrong`,
        ...issues.map(formatContentIssue),
      ].join('\n'),
    );
    this.name = 'ContentError';
    this.issues = issues;
  }
}

/** `content/personas/x.mdx:12:7: found <Fact is="aof" />; expected a fact of personas/x, perhaps "aov"`. */
export function formatContentIssue({ file, line, column, found, expected }: Issue): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}: found ${found}; expected ${expected}`;
}
