import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Issue } from '#core/schemas/issue.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { ContentFile } from './content/content-file.ts';
import { GenerateError } from './generate-error.ts';
import { allowedContacts, type Allowed } from './privacy/allowed-contacts.ts';
import { readKnownPeople } from './privacy/known-people.ts';
import { plainLetters } from './privacy/person-names.ts';
import { textKind } from './privacy/readable-text.ts';
import { scanText, type Finding } from './privacy/scan-text.ts';
import type { Scanner } from './privacy/scanner.ts';
import { voiceNames } from './privacy/voice-names.ts';

/** What may stand in texts: what the config says, and the people who tell stories in content/voices. */
export function allowedIn(config: PortalConfig, contentDirectory: string): Allowed {
  return allowedContacts([...config.privacy.mayBeShown, ...voiceNames(contentDirectory)]);
}

/**
 * The last look before anything is written: no customer may stand in a text that the run made. What was found is not
 * repeated in the message.
 *
 * @throws GenerateError `privacy/customer-in-content`
 */
export function assertNoCustomerIn(files: readonly ContentFile[], scanner: Scanner): void {
  const issues = files.flatMap(({ path, text }) => fileIssues(path, text, scanner));
  if (issues.length > 0) {
    throw leak(
      'write content',
      'Look through the names of campaigns, variants, KPIs, Portraits, categories, brands and channels in the exports, and take it out there',
      issues,
    );
  }
}

/** What is known of files from a former look of the same kind. */
export interface FilesLookedAt {
  /** Whether nobody was found in a file of this name and these bytes. */
  isClean(path: string, bytes: Buffer): boolean;
  foundNobody(path: string, bytes: Buffer): void;
}

const NO_TEXT = Buffer.of();

/**
 * The same look at a built site, page for page, before it takes its place.
 *
 * @param stateDirectory what the last run of generate knew; without it, shapes alone decide
 * @param lookedAt files that need no second look, and is told of those in which nobody is
 * @throws GenerateError `privacy/customer-in-content`
 */
export function assertNoCustomerInSite(
  site: string,
  stateDirectory: string,
  allowed: Allowed,
  lookedAt?: FilesLookedAt,
): void {
  const scanner = { known: readKnownPeople(stateDirectory), allowed };
  const issues = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((file) => {
      const path = relative(site, file).replaceAll('\\', '/');
      const bytes = textKind(path) === null ? NO_TEXT : readFileSync(file);
      if (lookedAt?.isClean(path, bytes)) return [];
      const issues = fileIssues(path, bytes.toString('utf8'), scanner);
      if (issues.length === 0) lookedAt?.foundNobody(path, bytes);
      return issues;
    });
  if (issues.length > 0) {
    throw leak('build the site', 'Take it out of the texts in content/', issues);
  }
}

/** What is found in a file's text and in its name, which can tell somebody too. */
function fileIssues(path: string, text: string, scanner: Scanner): Issue[] {
  const inName = scanText(path, 'text', scanner);
  const inText = scanText(text, textKind(path) ?? 'text', scanner);
  const file = withoutFound(path, [...inName, ...inText]);
  const issues = [
    ...inName.map(({ what }): Issue => ({
      file,
      found: `${what} in its name`,
      expected: 'nobody',
    })),
    ...inText.map(({ line, what }): Issue => ({ file, line, found: what, expected: 'nobody' })),
  ];
  return [
    ...new Map(issues.map((issue) => [`${issue.line ?? ''} ${issue.found}`, issue])).values(),
  ];
}

/** The path without the words of what was found: a campaign that is called after somebody gives its file that name. */
function withoutFound(path: string, findings: readonly Finding[]): string {
  const found = new Set(findings.flatMap(({ text }) => plainWords(text)));
  return path.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) =>
    plainWords(word).some((plain) => found.has(plain)) ? '…' : word,
  );
}

function plainWords(text: string): string[] {
  return plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function leak(work: string, remedy: string, issues: Issue[]): GenerateError {
  return new GenerateError(
    'privacy/customer-in-content',
    `Cannot ${work}: ${issues[0]?.found ?? 'a customer'} stands in a text that everybody would see; expected none`,
    `${remedy}. What is staff’s or a brand’s may be shown: name it under privacy.mayBeShown in portal.config.ts`,
    issues,
  );
}
