import english from '#core/language/en.json';
import { wordIssues, type Words } from '#core/language/words.ts';
import { config } from './config.ts';

/** By path; where they lie is said in astro.config.js. */
const files = import.meta.glob('#languages/*.json', { eager: true, import: 'default' });

/**
 * The texts of the interface in the language of the configuration.
 *
 * @throws Error where there is no such file, or where it does not hold what the English one holds
 */
export const words = wordsOf(config.language);

function wordsOf(language: string): Words {
  const name = `${language}.json`;
  const found = Object.entries(files).find(([path]) => path.endsWith(`/${name}`))?.[1];
  if (found === undefined) {
    throw new Error(
      `Cannot show the site in the language "${language}": there is no ${name} in the folder of the languages; expected one with the keys of src/core/language/en.json`,
    );
  }
  const issues = wordIssues(found, english);
  if (issues.length > 0) {
    throw new Error(
      [`Cannot show the site in the language "${language}":`, ...issues.slice(0, 20)].join('\n'),
    );
  }
  return found as Words;
}
