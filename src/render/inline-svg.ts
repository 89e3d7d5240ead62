import type { Chart } from '#core/charts/chart.ts';
import { CHART_FONT } from './fonts.ts';

/**
 * Vega's SVG made fit for a page with a strict content security policy and a screen reader: one image with one name
 * instead of dozens of groups, its own ids, two decimals, the page's font.
 */
export function inlineSvg(svg: string, chart: Chart): string {
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const begin = svg.indexOf('>');
  if (!size || begin < 0)
    throw new TypeError(`Cannot draw chart "${chart.id}": no picture came out`);
  const [, width, height] = size;
  const head = [
    '<svg xmlns="http://www.w3.org/2000/svg" class="chart"',
    `role="img" aria-label="${escapeAttribute(chart.description)}"`,
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    `font-family="${CHART_FONT}">`,
  ].join(' ');
  return head + renumber(round(strip(svg.slice(begin + 1))), chart.id);
}

function strip(body: string): string {
  return body
    .replace(/ (?:class|role|aria-[a-z]+|style|font-family|xmlns:xlink)="[^"]*"/g, '')
    .replace(/<rect(?: [a-z]+="[^"]*")* fill="transparent"\/>/g, '')
    .replace(/<path(?: pointer-events="none")? d=""(?: [a-z-]+="[^"]*")*\/>/g, '')
    .replace(/<text(?: [a-z-]+="[^"]*")*><\/text>/g, '')
    .replace(/<g><\/g>/g, '');
}

/** Only inside attributes: figures in texts are finished. */
function round(body: string): string {
  return body.replace(
    / (d|transform|x|y|x1|x2|y1|y2|width|height|rx|ry)="([^"]*)"/g,
    (_, name, value) => {
      const rounded = String(value).replace(/-?\d*\.\d+(?:e-?\d+)?/g, (digits) => {
        const number = Math.round(Number(digits) * 100) / 100;
        return String(number === 0 ? 0 : number);
      });
      return ` ${String(name)}="${rounded}"`;
    },
  );
}

/** Ids are counted by Vega over all charts of the process: two builds, or two charts, would disagree. */
function renumber(body: string, chartId: string): string {
  const names = new Map<string, string>();
  for (const [, id] of body.matchAll(/ id="([^"]+)"/g)) {
    if (id !== undefined) names.set(id, `${chartId}-${names.size + 1}`);
  }
  return body.replace(
    /( id="|url\(#|href="#)([^")]+)/g,
    (_, before, id) => `${String(before)}${names.get(String(id)) ?? String(id)}`,
  );
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
