import { join, resolve } from 'node:path';
import type { Card } from '#core/cards/card.ts';
import type { Chart } from '#core/charts/chart.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import { buildSearchIndex, type SearchNames } from './build-search-index.ts';
import { drawCards } from './draw-cards.ts';
import { RenderCache, renderKey } from './render-cache.ts';
import { renderCard, type CardOptions } from './render-card.ts';
import { renderChart, type ChartOptions } from './render-chart.ts';
import { renderProgram } from './render-program.ts';

/** Beside what Astro remembers of the same content: each content folder, and the public site, has its own. */
const FOLDER = join(resolve(process.env['PORTAL_CACHE'] ?? 'node_modules/.astro'), 'renderings');

const cache = new RenderCache(FOLDER);
/** Cards that are being drawn ahead, by key. */
const drawing = new Map<string, Promise<undefined>>();

/** `renderChart`, drawn once as long as nothing of it changes. */
export async function keptChart(chart: Chart, options: ChartOptions = {}): Promise<string> {
  const { id, description, spec } = chart;
  const key = renderKey('chart', renderProgram(), { id, description, spec }, options);
  const kept = cache.read(key);
  if (kept) return kept.toString('utf8');
  const svg = await renderChart(chart, options);
  cache.write(key, Buffer.from(svg));
  return svg;
}

/** `renderCard`, drawn once as long as nothing of it changes. */
export async function keptCard(card: Card, options: CardOptions): Promise<Uint8Array> {
  const key = cardKey(card, options);
  await drawing.get(key);
  const kept = cache.read(key);
  if (kept) return kept;
  const png = await renderCard(card, options);
  cache.write(key, png);
  return png;
}

/** Begins to draw, on every core, the cards that are not kept: `keptCard` then waits for each. */
export function drawCardsAhead(cards: readonly Card[], options: CardOptions): void {
  const missing = cards
    .map((card) => ({ key: cardKey(card, options), card, options }))
    .filter(({ key }) => !cache.has(key));
  for (const [key, drawn] of drawCards(missing, FOLDER)) drawing.set(key, drawn);
}

/** `buildSearchIndex`, worked out once as long as nothing in it changes. */
export function keptSearchIndex(
  documents: readonly SearchDocument[],
  names: SearchNames,
): Map<string, string> {
  const key = renderKey('search', renderProgram(), documents, names);
  const kept = cache.read(key);
  if (kept) return new Map(JSON.parse(kept.toString('utf8')) as [string, string][]);
  const files = buildSearchIndex(documents, names);
  cache.write(key, Buffer.from(JSON.stringify([...files])));
  return files;
}

function cardKey(card: Card, options: CardOptions): string {
  return renderKey('card', renderProgram(), card, options);
}
