import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtSites } from './built-sites.ts';
import { attributeValues, sitePages, targetFile } from './site-files.ts';

/** What the head of an answer takes. */
const HEAD_BYTES = 150;
/** The last level takes eight times as long and would save some percent: what holds here holds there. */
const PACKING = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
const AIM = { charts: 4, bytes: 60_000, scriptBytes: 5_000 };
const PACKED_ALREADY = /\.(?:woff2|png|jpe?g|webp)$/;

interface Portrait {
  path: string;
  html: string;
}

/** What a browser without anything kept asks for; faces below wait until somebody comes near. */
function filesOf({ path, html }: Portrait): string[] {
  const tags = (pattern: RegExp, attribute: string): string[] =>
    [...html.matchAll(pattern)].flatMap(([tag]) => attributeValues(tag, attribute));
  const addresses = [
    ...tags(/<link rel="(?:preload|stylesheet|icon)"[^>]*>/g, 'href'),
    ...tags(/<script\b[^>]*>/g, 'src'),
    ...tags(/<img\b[^>]*loading="eager"[^>]*>/g, 'src'),
  ];
  return [path, ...new Set(addresses.map((address) => targetFile(path, address)))];
}

const weighed = new Map<string, number>();

function overTheWire(folder: string, file: string): number {
  const known = weighed.get(file);
  if (known !== undefined) return known;
  const bytes = readFileSync(join(folder, file));
  const packed = PACKED_ALREADY.test(file) ? bytes : brotliCompressSync(bytes, PACKING);
  weighed.set(file, packed.length + HEAD_BYTES);
  return packed.length + HEAD_BYTES;
}

const sample = builtSites.find(({ name }) => name === 'sample content');

test.runIf(sample)('reading a Portrait for the first time stays within its budget', () => {
  const folder = sample?.folder ?? '';
  const portraits = sitePages(folder).filter(
    ({ path, html }) =>
      /^personas\/[^/]+\/index\.html$/.test(path) && html.includes('class="page page--persona"'),
  );
  const sums = portraits.map((portrait) => {
    const files = filesOf(portrait).map((file) => ({ file, bytes: overTheWire(folder, file) }));
    const sum = (kept: RegExp): number =>
      files.filter(({ file }) => kept.test(file)).reduce((total, { bytes }) => total + bytes, 0);
    return {
      path: portrait.path,
      charts: portrait.html.match(/<figure class="chart-figure"/g)?.length ?? 0,
      faces: files.filter(({ file }) => file.startsWith('faces/')).length,
      fonts: files.filter(({ file }) => file.endsWith('.woff2')).length,
      bytes: sum(/./),
      scriptBytes: sum(/\.js$/),
    };
  });

  expect(sums.some(({ charts }) => charts >= AIM.charts)).toBe(true);
  // Nothing that counts was overlooked.
  expect(sums.filter(({ faces, fonts }) => faces !== 1 || fonts !== 2)).toEqual([]);
  expect(
    sums.filter(({ bytes, scriptBytes }) => bytes > AIM.bytes || scriptBytes > AIM.scriptBytes),
  ).toEqual([]);
});
