import {
  TEMPLATE_FIELDS,
  isTemplateBody,
  type TemplateFolder,
} from '#core/templates/template-texts.ts';
import { readPresentContent } from '#generate/content/read-present-content.ts';

/** What readers see of an entry while its template still asks for the field. */
const MEANWHILE: Record<keyof typeof TEMPLATE_FIELDS, string> = {
  essence: 'a Portrait without figures stands in no list, one with figures shows none',
  does: 'nobody sees this voice',
  quote: 'nobody sees this voice',
  story: 'nobody sees this voice',
};

/**
 * What `npm run new` began and nobody has written yet, each in a line: nothing is wrong with it, and the site does not
 * show it.
 */
export function unwrittenTexts(contentDirectory: string): string[] {
  const present = readPresentContent(contentDirectory, /\.(?:mdx|ya?ml)$/);
  return present.paths().flatMap((path) => {
    const text = present.read(path) ?? '';
    return [...unwrittenFields(path, text), ...unwrittenBody(path, text)];
  });
}

function unwrittenFields(path: string, text: string): string[] {
  const lines = text.split('\n');
  return Object.entries(TEMPLATE_FIELDS).flatMap(([field, words]) => {
    const [firstLine = words] = words.split('\n');
    const line = text.includes(firstLine)
      ? lines.findIndex((one) => one.startsWith(`${field}:`)) + 1
      : 0;
    const meanwhile = MEANWHILE[field as keyof typeof TEMPLATE_FIELDS];
    return line === 0
      ? []
      : [`${path}, line ${line}: "${field}" is still to be written; until then ${meanwhile}`];
  });
}

function unwrittenBody(path: string, text: string): string[] {
  const folder = /^(?<folder>personas|insights|kpis)\/[^/]+\.mdx$/.exec(path)?.groups?.['folder'];
  const [, body = ''] = text.split(/^---\r?\n[\s\S]*?^---\r?$/m);
  if (folder === undefined || body.trim() === '') return [];
  return isTemplateBody(folder as TemplateFolder, body)
    ? [`${path}: the text is still to be written; until then its headings are not shown`]
    : [];
}
