import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { GenerateError } from '#generate/generate-error.ts';
import type { Progress } from '#generate/progress.ts';
import { ReplacedFiles } from './replaced-files.ts';
import { withBuiltSite } from './with-built-site.ts';

export const POSTER_SIZES = ['a4', 'a3', 'letter'] as const;
export type PosterSize = (typeof POSTER_SIZES)[number];

export interface PosterRequest {
  /** The built site. */
  site: string;
  to: string;
  sizes: readonly PosterSize[];
  progress: Progress;
}

/** The sheets of a Portrait; an id holds no dot, so that no name of a file is another's. */
const SHEETS = [
  { address: '', suffix: '', landscape: false },
  { address: 'bench/', suffix: '.bench', landscape: true },
] as const;

/**
 * Writes one PDF a Portrait, sheet and size: "brand-enthusiast-a4.pdf", and "brand-enthusiast.bench-a4.pdf" for the
 * packing bench; returns where they are.
 */
export async function writePosters({
  site,
  to,
  sizes,
  progress,
}: PosterRequest): Promise<string[]> {
  return withBuiltSite(site, async (browser, url) => {
    const ids = portraitsOf(site);
    const files = new ReplacedFiles(to, /-(?:a4|a3|letter)\.pdf$/);
    try {
      for (const [index, id] of ids.entries()) {
        progress.step(`Drawing the posters of ${id}`);
        for (const { address, suffix, landscape } of SHEETS) {
          const page = `${url}/poster/${id}/${address}`;
          for (const [size, pdf] of await drawPosters(browser, page, sizes, landscape)) {
            files.add(`${id}${suffix}-${size}.pdf`, pdf);
          }
        }
        progress.advance((index + 1) / ids.length);
      }
      return files.finish();
    } finally {
      files.discard();
    }
  });
}

/** Whether the posters of a built site say where the Portrait is found: they do where `company.url` is set. */
export function saysWhere(site: string): boolean {
  return portraitsOf(site).every((id) =>
    readFileSync(join(site, 'poster', id, 'index.html'), 'utf8').includes('class="qr"'),
  );
}

/** @throws GenerateError `build/no-portraits` */
function portraitsOf(site: string): string[] {
  const folder = join(site, 'poster');
  if (existsSync(folder)) return readdirSync(folder).sort();
  throw new GenerateError(
    'build/no-portraits',
    'Cannot draw posters: the site has no Portrait yet that is more than a hint; expected at least one',
    'Run "npm run generate" with more order exports, or write one: npm run new -- persona "Name"',
  );
}

async function drawPosters(
  browser: Browser,
  url: string,
  sizes: readonly PosterSize[],
  landscape: boolean,
): Promise<[PosterSize, Uint8Array][]> {
  const page = await browser.newPage();
  try {
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const posters: [PosterSize, Uint8Array][] = [];
    for (const size of sizes) {
      const pdf = await page.pdf({ format: size, landscape, printBackground: true });
      const pages = countPages(pdf);
      if (pages !== 1) throw new Error(`The poster ${url} takes ${pages} sheets of ${size}`);
      posters.push([size, pdf]);
    }
    return posters;
  } finally {
    await page.close();
  }
}

/** Pages of a PDF as the browser writes it: its page objects are never compressed. */
export function countPages(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  );
}
