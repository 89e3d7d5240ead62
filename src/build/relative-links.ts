import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Attributes that hold an address of the site. */
const HTML_ADDRESS = /(\s(?:href|src|data-index|data-version|data-worker)=")\/(?!\/)([^"]*)"/g;
const CSS_ADDRESS = /(url\(["']?)\/(?!\/)/g;

/**
 * Makes every address of the built site relative, so that it works in a subfolder, from a memory stick and from a
 * file share as it does at the root of a server.
 */
export function relativeLinks(): AstroIntegration {
  return {
    name: 'relative-links',
    hooks: {
      'astro:build:done': async ({ dir, assets }) => {
        const folder = fileURLToPath(dir);
        const paths = await readdir(folder, { recursive: true });
        const written = new Set([...assets.values()].flat().map((file) => fileURLToPath(file)));
        for (const path of paths.filter((name) => /\.(html|css)$/.test(name))) {
          const file = join(folder, path);
          // A page that was taken over from the last build has been through this.
          if (path.endsWith('.html') && !written.has(file)) continue;
          const text = await readFile(file, 'utf8');
          const changed = relativeAddresses(text, path.split(sep).join('/'));
          if (changed !== text) await writeFile(file, changed);
        }
      },
    },
  };
}

/** The text of one built file with addresses relative to it; 404.html is shown at any depth and keeps its own. */
export function relativeAddresses(text: string, path: string): string {
  if (path === '404.html') return text;
  const up = relative(join('/', path, '..'), '/')
    .split(sep)
    .join('/');
  const root = up === '' ? './' : `${up}/`;
  return path.endsWith('.css')
    ? text.replace(CSS_ADDRESS, (_, before: string) => `${before}${root}`)
    : text.replace(HTML_ADDRESS, (_, before: string, rest: string) => `${before}${root}${rest}"`);
}
