import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtSites } from './built-sites.ts';

const sites = builtSites.filter(({ name }) => name !== 'no content');
const KPI = /href="(?:\.{1,2}\/)*(kpis\/[a-z0-9-]+\/)"/;
const VERDICT = /kpi__movement[^>]*>([^<]+)</;
const MOVES = /^(?:better|worse|higher|lower)/;

const readPage = (folder: string, path: string): string =>
  readFileSync(join(folder, path, 'index.html'), 'utf8');

/** By the address of each KPI in these parts of a page: what it says there. */
function saidOfKpis(html: string, parts: RegExp, words: RegExp): [string, string][] {
  return (html.match(parts) ?? []).flatMap((part): [string, string][] => {
    const [path, said] = [KPI, words].map((one) => one.exec(part)?.[1]);
    return path !== undefined && said !== undefined ? [[path, said]] : [];
  });
}

test.each(sites)('$name has one verdict on a KPI, on lists, pages and slides', ({ folder }) => {
  const listed = saidOfKpis(
    readPage(folder, '.'),
    /<article class="kpi"[\s\S]*?<\/article>/g,
    VERDICT,
  );
  expect(listed.length).toBeGreaterThan(0);
  for (const [path, said] of listed) {
    expect([path, VERDICT.exec(readPage(folder, path))?.[1]]).toEqual([path, said]);
  }
  const slides = saidOfKpis(
    readPage(folder, 'screen'),
    /<h2 class="slide__kicker">[\s\S]*?<\/h2>[\s\S]*?(?=<h2 class="slide__|$)/g,
    /slide__figure[^>]*>([^<]+)</,
  );
  expect(slides.length).toBeGreaterThan(0);
  for (const [path, said] of slides) {
    if (!/^(?:Up|Down) /.test(said)) continue;
    expect([path, VERDICT.exec(readPage(folder, path))?.[1]]).toEqual([
      path,
      expect.stringMatching(MOVES),
    ]);
  }
});
