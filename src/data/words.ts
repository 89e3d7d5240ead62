import { wordIssues, type Words } from '#core/language/words.ts';
import { config } from './config.ts';

const files = import.meta.glob('/src/core/language/*.json', { eager: true, import: 'default' });

/**
 * The texts of the interface in the language of the configuration.
 *
 * @throws Error where there is no such file, or where it does not hold what the English one holds
 */
export const words = wordsOf(config.language);

function wordsOf(language: string): Words {
  const found = files[fileOf(language)];
  if (found === undefined) {
    throw new Error(
      `Cannot show the site in the language "${language}": there is no ${fileOf(language).slice(1)}; expected one beside en.json with the same keys`,
    );
  }
  const issues = wordIssues(found, files[fileOf('en')]);
  if (issues.length > 0) {
    throw new Error(
      [`Cannot show the site in the language "${language}":`, ...issues.slice(0, 20)].join('\n'),
    );
  }
  return found as Words;
}

function fileOf(language: string): string {
  return `/src/core/language/${language}.json`;
}
