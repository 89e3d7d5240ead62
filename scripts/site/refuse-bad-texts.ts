import type { Issue } from '#core/schemas/issue.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { OWNER_FOLDERS } from '#markdown/content-catalogue.ts';
import { fieldIssues, textIssues } from '#scripts/check/content-rules.ts';
import { readApproved } from '#share/read-approved.ts';

/**
 * Names every place in content/ with which the site cannot be built, before it is begun: Astro would tell of the first
 * text alone, with a stack.
 *
 * @throws GenerateError `content/bad-mdx`
 */
export function refuseBadTexts(contentDirectory: string): void {
  refuse(
    issuesOf(contentDirectory).filter(({ file }) =>
      [...OWNER_FOLDERS, 'voices'].some((folder) => file.startsWith(`${folder}/`)),
    ),
  );
}

/**
 * The same for the public site, of the stories that somebody approved: a text that nobody approved is no matter of it.
 *
 * @throws GenerateError `content/bad-mdx`
 */
export function refuseBadApprovedTexts(contentDirectory: string): void {
  const approved = readApproved(contentDirectory);
  const published = new Set(
    (['personas', 'insights'] as const).flatMap((folder) =>
      [...approved[folder]].map((id) => `${folder}/${id}.mdx`),
    ),
  );
  refuse(issuesOf(contentDirectory).filter(({ file }) => published.has(file)));
}

/** Fields that cannot be read first: nobody would look for them below what a text says. */
function issuesOf(contentDirectory: string): Issue[] {
  return [...fieldIssues(contentDirectory), ...textIssues(contentDirectory)];
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  throw new GenerateError(
    'content/bad-mdx',
    `Cannot build the site: ${issues.length === 1 ? 'one place' : `${issues.length} places`} in content/ cannot be published; expected texts that "npm run check" accepts`,
    'Correct the files; the former site is still in its place',
    [...issues],
  );
}
