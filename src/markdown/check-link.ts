import type { Issue } from '#core/schemas/issue.ts';
import { OWNER_FOLDERS, type ContentCatalogue } from './content-catalogue.ts';
import { nearestWord } from '#core/format/nearest-word.ts';

const ENTRY_LINK = new RegExp(`^/(?<folder>${OWNER_FOLDERS.join('|')})/(?<id>[^/#?]+)`);

/** Links lead to a page of the site, to https or to an address; a link to an entry needs the entry. */
export function checkLink(
  url: string,
  catalogue: ContentCatalogue,
): Pick<Issue, 'found' | 'expected'>[] {
  const found = `a link to "${url.slice(0, 80)}"`;
  if (!/^(?:https:\/\/|mailto:|\/(?!\/)|#)/i.test(url)) {
    return [{ found, expected: 'a link that begins with /, # or https://' }];
  }
  const { folder, id } = ENTRY_LINK.exec(url)?.groups ?? {};
  const known = OWNER_FOLDERS.find((name) => name === folder);
  if (!known || !id || catalogue.entries[known].has(id)) return [];
  const nearest = nearestWord(id, catalogue.entries[known]);
  return [
    {
      found,
      expected: nearest
        ? `a page that exists, perhaps "/${known}/${nearest}/"`
        : 'a page that exists',
    },
  ];
}
