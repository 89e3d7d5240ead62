import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Attributes that hold an address of the site. */
const HTML_ADDRESS = /(\s(?:href|src|data-index|data-version|data-worker)=")\/(?!\/)([^"]*)"/g;
/** Where Astro puts styles. */
const ASSETS = '_astro';
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
        // Not what lies in the folder: pages that were taken over from the last build have been through this.
        const written = [...assets.values()].flat().map((file) => fileURLToPath(file));
        const styles = await readdir(join(folder, ASSETS));
        const files = [...written, ...styles.map((name) => join(folder, ASSETS, name))];
        for (const file of files.filter((name) => /\.(html|css)$/.test(name))) {
          const text = await readFile(file, 'utf8');
          const changed = relativeAddresses(text, relative(folder, file).split(sep).join('/'));
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
