import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

/** Paths of all files of a built site, relative and with forward slashes, sorted. */
export function siteFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** The pages of a built site with their text. */
export function sitePages(folder: string): { path: string; html: string }[] {
  return siteFiles(folder)
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({ path, html: readFileSync(join(folder, path), 'utf8') }));
}

/** The file that an address on a page leads to: folders mean their index.html. */
export function targetFile(pagePath: string, address: string): string {
  const path = address.replace(/[?#].*$/, '');
  if (path === '') return pagePath;
  const resolved = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(pagePath), path);
  const plain = posix.normalize(`./${resolved}`);
  if (plain === '.' || plain === './') return 'index.html';
  return plain.endsWith('/') ? `${plain}index.html` : plain;
}

/** Values of an attribute in HTML, with its entities resolved. */
export function attributeValues(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) =>
    (value ?? '').replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
  );
}
