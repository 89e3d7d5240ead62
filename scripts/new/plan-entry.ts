import { GenerateError } from '#generate/generate-error.ts';
import { checkContentFile } from '#scripts/check/check-content-file.ts';
import { entryId } from './entry-id.ts';
import { FOLDERS, entryText, type Kind } from './templates.ts';

/**
 * Where a new text goes and what stands in it.
 *
 * @param today the writer's day, for what has a date
 * @throws GenerateError `new/bad-title`
 */
export function planEntry(kind: Kind, title: string, today: Date): { path: string; text: string } {
  const id = entryId(title);
  if (id === null) {
    throw new GenerateError(
      'new/bad-title',
      `Cannot begin a text called "${title}"; expected a title with letters a–z or digits, for its address`,
      `For example: npm run new -- ${kind} "A saved basket serves better"`,
    );
  }
  const pad = (part: number) => String(part).padStart(2, '0');
  const day = `${today.getFullYear()}-${pad(today.getMonth() + 1)}-${pad(today.getDate())}`;
  const path = `${FOLDERS[kind]}/${id}.${kind === 'voice' ? 'yaml' : 'mdx'}`;
  const text = entryText(kind, title.trim(), day);
  const [issue] = checkContentFile(path, text);
  if (issue) {
    throw new GenerateError(
      'new/bad-title',
      `Cannot begin a text with this title: found ${issue.found}; expected ${issue.expected}`,
      'Choose a shorter one: it stands on cards and screens; the text itself may say more',
    );
  }
  return { path, text };
}
