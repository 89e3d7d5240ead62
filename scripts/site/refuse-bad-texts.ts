import { GenerateError } from '#generate/generate-error.ts';
import { OWNER_FOLDERS } from '../../src/markdown/content-catalogue.ts';
import { textIssues, voiceIssues } from '#scripts/check/content-rules.ts';

/**
 * Names every place in content/ with which the site cannot be built, before it is begun: Astro would tell of the first
 * text alone, with a stack.
 *
 * @throws GenerateError `content/bad-mdx`
 */
export function refuseBadTexts(contentDirectory: string): void {
  const issues = [
    ...voiceIssues(contentDirectory),
    ...textIssues(contentDirectory).filter(({ file }) =>
      [...OWNER_FOLDERS, 'voices'].some((folder) => file.startsWith(`${folder}/`)),
    ),
  ];
  if (issues.length === 0) return;
  throw new GenerateError(
    'content/bad-mdx',
    `Cannot build the site: ${issues.length === 1 ? 'one place' : `${issues.length} places`} in content/ cannot be published; expected texts that "npm run check" accepts`,
    'Correct the files; the former site is still in its place',
    issues,
  );
}
