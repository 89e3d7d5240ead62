import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Card } from '#core/cards/card.ts';
import type { Chart } from '#core/charts/chart.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import { MANIFEST_PATH } from '#core/search/search-files.ts';
import { buildSearchIndex, type SearchNames } from './build-search-index.ts';
import { drawCards } from './draw-cards.ts';
import { indexInThread } from './index-in-thread.ts';
import { RenderCache, renderKey } from './render-cache.ts';
import type { CardOptions } from './render-card.ts';
import type { ChartOptions } from './render-chart.ts';
import { programOf, renderProgram } from './render-program.ts';

/** Beside what Astro remembers of the same content: each content folder, and the public site, has its own. */
const FOLDER = join(resolve(process.env['PORTAL_CACHE'] ?? 'node_modules/.astro'), 'renderings');

/**
 * The program as it was before it was bundled. Whoever edits it meanwhile has another by now, and one cannot tell which of
 * the two draws: then nothing is kept, nor in `dev` and in tests, where nobody names it.
 */
const bundled = typeof RENDER_PROGRAM === 'undefined' ? null : RENDER_PROGRAM;
const program = bundled === null || bundled !== renderProgram() ? null : bundled;

/** Scripts for the browser: they import the core beside. */
const SCRIPTS = ['src/client'];
const scripts = program === null ? null : programOf(SCRIPTS);

const cache = new RenderCache(FOLDER);
/** Cards that are being drawn ahead, by key. */
const drawing = new Map<string, Promise<undefined>>();

/** `renderChart`, drawn once as long as nothing of it changes. */
export async function keptChart(chart: Chart, options: ChartOptions = {}): Promise<string> {
  const { id, description, spec } = chart;
  const key = keyOf('chart', { id, description, spec }, options);
  const svg = kept(key) ?? keep(key, Buffer.from(await drawChart(chart, options)));
  return svg.toString('utf8');
}

/** `bundleScript`, bundled once as long as nothing of src/client changes. */
export async function keptScript(name: string): Promise<string> {
  const key = keyOf('script', name, scripts);
  const before = kept(key);
  if (before) return before.toString('utf8');
  const { bundleScript } = await import('./bundle-script.ts');
  const script = await bundleScript(name);
  // Unless somebody has worked on them meanwhile.
  if (scripts === programOf(SCRIPTS)) keep(key, Buffer.from(script));
  return script;
}

/** `renderCard`, drawn once as long as nothing of it changes. */
export async function keptCard(card: Card, options: CardOptions): Promise<Uint8Array> {
  const key = keyOf('card', card, options);
  await drawing.get(key ?? '');
  return kept(key) ?? keep(key, Buffer.from(await drawCard(card, options)));
}

/**
 * Puts a card that is kept in its place in the built site.
 *
 * @param path relative to the site
 * @returns whether it is there; else it has to be drawn
 */
export function placeKeptCard(card: Card, options: CardOptions, path: string): boolean {
  const png = kept(keyOf('card', card, options));
  if (png) placeFile(path, png);
  return png !== undefined;
}

/** Whether files can be put in their places: in a build, not in `dev`. */
export const placesFiles = typeof SITE_FOLDER !== 'undefined';

/** Puts a file in its place in the built site, by its path there. Does nothing in `dev`. */
function placeFile(path: string, content: string | Uint8Array): void {
  if (typeof SITE_FOLDER === 'undefined') return;
  const file = join(SITE_FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Begins to draw, on every core, the cards that are not kept: `keptCard` then waits for each. */
export function drawCardsAhead(cards: readonly Card[], options: CardOptions): void {
  const missing = cards.flatMap((card) => {
    const key = keyOf('card', card, options);
    return key === null || cache.has(key) ? [] : [{ key, card, options }];
  });
  for (const [key, drawn] of drawCards(missing, FOLDER)) drawing.set(key, drawn);
}

/**
 * The files of the search by path. A build has them put in their places, kept ones where nothing in them has changed, and
 * is given the manifest only.
 */
export async function keptSearchIndex(
  documents: readonly SearchDocument[],
  names: SearchNames,
): Promise<ReadonlyMap<string, string>> {
  if (typeof SITE_FOLDER === 'undefined') return buildSearchIndex(documents, names);
  const places = { site: SITE_FOLDER, cache: FOLDER, program };
  return new Map([[MANIFEST_PATH, await indexInThread({ documents, names, ...places })]]);
}

// What draws is large, and loaded only where something is not kept.
async function drawChart(chart: Chart, options: ChartOptions): Promise<string> {
  const { renderChart } = await import('./render-chart.ts');
  return renderChart(chart, options);
}

async function drawCard(card: Card, options: CardOptions): Promise<Uint8Array> {
  const { renderCard } = await import('./render-card.ts');
  return renderCard(card, options);
}

function keyOf(...parts: readonly unknown[]): string | null {
  return program === null ? null : renderKey(program, ...parts);
}

function kept(key: string | null): Buffer | undefined {
  return key === null ? undefined : cache.read(key);
}

function keep(key: string | null, rendering: Buffer): Buffer {
  if (key !== null) cache.write(key, rendering);
  return rendering;
}
