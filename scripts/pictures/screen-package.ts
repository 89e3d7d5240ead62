import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { zipFile, type ZippedFile } from './zip-file.ts';

/** What a page of the built site loads: links to styles, fonts and icons, scripts, pictures. */
const LOADED = /(<(?:link|script|img)\b[^>]*?\s(?:href|src)=")([^"]*)"/g;
/** Heads that lead to other pages or tell others of this one. */
const ABOUT =
  /<link\b[^>]*\srel="(?:alternate|canonical)"[^>]*>|<meta\b[^>]*\sproperty="og:[^>]*>/g;
/** Where the page asks for news and keeps itself: a package is both already. */
const OF_SERVER = /\sdata-(?:version|worker)="[^"]*"/g;
/** Pages that are not in the package. */
const LINK = /(<a\b[^>]*?)\shref="[^"]*"/g;
const IN_STYLES = /url\(["']?([^"')]+)["']?\)/g;

/**
 * An office screen as a package that plays by itself: a zip file with index.html at its root and everything that it loads
 * beside, under relative addresses. This is what Xibo's module "HTML Package" takes, by the name .htz; players unpack it
 * and open index.html, its nominated file, from their own small server.
 *
 * @param site the built site
 * @param page the screen's page in it: "screen/packing/index.html"
 */
export function screenPackage(site: string, page: string): Buffer {
  const paths = new Set<string>();
  const html = readFileSync(join(site, page), 'utf8')
    .replace(ABOUT, '')
    .replace(OF_SERVER, '')
    .replace(LINK, '$1')
    .replace(LOADED, (tag, before: string, address: string) => {
      if (/^(?:data:|https?:)/.test(address)) return tag;
      const path = posix.join(posix.dirname(page), address);
      paths.add(path);
      return `${before}./${path}"`;
    });
  const files: ZippedFile[] = [{ path: 'index.html', content: Buffer.from(html) }];
  for (const path of paths) {
    const content = readFileSync(join(site, path));
    files.push({ path, content });
    if (!path.endsWith('.css')) continue;
    for (const [, address = ''] of content.toString('utf8').matchAll(IN_STYLES)) {
      if (!address.startsWith('data:')) paths.add(posix.join(posix.dirname(path), address));
    }
  }
  return zipFile(files.sort((one, other) => (one.path < other.path ? -1 : 1)));
}
