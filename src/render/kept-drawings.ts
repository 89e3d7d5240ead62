import { join, resolve } from 'node:path';
import type { Card } from '#core/cards/card.ts';
import type { Chart } from '#core/charts/chart.ts';
import { DrawingCache, drawingKey } from './drawing-cache.ts';
import { drawingProgram } from './drawing-program.ts';
import { renderCard, type CardOptions } from './render-card.ts';
import { renderChart, type ChartOptions } from './render-chart.ts';

/** Beside what Astro remembers of the same content: each content folder, and the public site, has its own. */
export const DRAWINGS_FOLDER = join(
  resolve(process.env['PORTAL_CACHE'] ?? 'node_modules/.astro'),
  'drawings',
);

const cache = new DrawingCache(DRAWINGS_FOLDER);

/** `renderChart`, drawn once as long as nothing of it changes. */
export async function keptChart(chart: Chart, options: ChartOptions = {}): Promise<string> {
  const { id, description, spec } = chart;
  const key = drawingKey('chart', drawingProgram(), { id, description, spec }, options);
  const kept = cache.read(key);
  if (kept) return kept.toString('utf8');
  const svg = await renderChart(chart, options);
  cache.write(key, Buffer.from(svg));
  return svg;
}

/** `renderCard`, drawn once as long as nothing of it changes. */
export async function keptCard(card: Card, options: CardOptions): Promise<Uint8Array> {
  const key = drawingKey('card', drawingProgram(), card, options);
  const kept = cache.read(key);
  if (kept) return kept;
  const png = await renderCard(card, options);
  cache.write(key, png);
  return png;
}
