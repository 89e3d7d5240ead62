import { describe, expect, test } from 'vitest';
import { emptySpec } from '#core/charts/chart-spec.ts';
import { breakdownChart } from '#core/charts/breakdown-chart.ts';
import { calendarChart } from '#core/charts/calendar-chart.ts';
import { renderChart } from '#render/render-chart.ts';
import { textWidth } from '#render/text-width.ts';
import { examples, request } from '../core/charts/chart-examples.ts';
import { isVegaLite } from './vega-lite-schema.ts';

/** Words of an SVG with the box that each covers, measured with the real font. */
function labels(svg: string): { text: string; left: number; right: number; y: number }[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(
    ([, attributes = '', text = '']) => {
      const [, x, y] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(attributes) ?? [];
      const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1]);
      const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1];
      const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      const width = textWidth(plain, size, attributes.includes('font-weight="600"') ? 600 : 400);
      const left = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      return { text: plain, left, right: left + width, y: Number(y) };
    },
  );
}

describe.each(Object.entries(examples))('renderChart() with %s', (_, example) => {
  test('the specification is Vega-Lite', () => {
    const valid = isVegaLite(example().spec);
    expect(isVegaLite.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test.each([640, 336])(
    'renderChart() draws one named image without styles at %i',
    async (width) => {
      const chart = example();
      const svg = await renderChart(chart, { width });
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="chart" role="img" aria-label="[^"<>]+"/,
      );
      expect(svg).toContain(`viewBox="0 0 ${width + 4} `);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|style=|<style|<script|null/);
      expect(svg.match(/role=/g)).toHaveLength(1);
      expect(svg).not.toMatch(/\d\.\d{3}/);
      for (const [, id = ''] of svg.matchAll(/ id="([^"]+)"/g))
        expect(id).toMatch(new RegExp(`^${chart.id}-`));
      for (const [, color = ''] of svg.matchAll(/(?:fill|stroke|stop-color)="([^"]+)"/g)) {
        expect(color).toMatch(/^(none|transparent|var\(--[^"]+\)|url\(#[^"]+\))$/);
      }
    },
  );

  test.each([640, 336])(
    'renderChart() keeps words inside the picture and apart at %i',
    async (width) => {
      const words = labels(await renderChart(example(), { width }));
      expect(words.length).toBeGreaterThan(2);
      for (const word of words) {
        expect(word.left, word.text).toBeGreaterThanOrEqual(-3);
        expect(word.right, word.text).toBeLessThanOrEqual(width + 5);
      }
      words.forEach((one, index) => {
        for (const other of words.slice(index + 1)) {
          const overlap = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const apart = Math.abs(one.y - other.y) >= 11 || overlap <= 1;
          expect(apart, `"${one.text}" and "${other.text}"`).toBe(true);
        }
      });
    },
  );

  test('renderChart() gives the same bytes for the same chart', async () => {
    expect(await renderChart(example())).toBe(await renderChart(example()));
  });
});

describe('renderChart()', () => {
  test('renderChart() gives the same bytes whatever it drew before', async () => {
    const chart = examples['breakdown'];
    if (!chart) throw new Error('no example');
    const before = await renderChart(chart());
    for (const example of Object.values(examples)) await renderChart(example(), { width: 500 });
    expect(await renderChart(chart())).toBe(before);
  });

  test('renderChart() leaves the chart as it was', async () => {
    const chart = examples['trend']?.();
    if (!chart) throw new Error('no example');
    const copy = structuredClone(chart);
    await renderChart(chart);
    expect(chart).toEqual(copy);
  });

  test('renderChart() shows hostile text as text', async () => {
    const svg = await renderChart(
      calendarChart({
        ...request('hostile', '</svg><script>alert(1)</script>'),
        name: '"><img src=x onerror=alert(1)>',
        breakdown: {
          id: 'months',
          label: '{datum.x}',
          base: '${process.exit()}',
          rows: [{ label: '<b>January</b>', share: 0.5, shareOfAll: null, n: 20 }],
        },
      }),
    );
    expect(svg).not.toMatch(/<(script|img|b)\b/);
    expect(svg).toContain('&lt;b&gt;');
  });

  test.each([0.9, 0.2])(
    'renderChart() draws a share of a tenth as long beside one of %f as beside any other',
    async (largest) => {
      const rows = [largest, 0.1].map((share) => ({
        label: `of ${share}`,
        share,
        shareOfAll: null,
        n: 20,
      }));
      const svg = await renderChart(
        breakdownChart({
          ...request('brands', 'Which?'),
          name: 'The Gift Giver',
          breakdown: { id: 'brands', label: 'Brands', base: 'orders', rows },
        }),
      );
      const bars = [...svg.matchAll(/d="M0,\d+h([\d.]+)[^"]*" fill="var\(--series1\)"/g)].map(
        ([, width]) => Number(width),
      );
      expect(bars).toEqual([largest * 640, 64]);
    },
  );

  test('renderChart() draws the reason where there is nothing to draw', async () => {
    const chart = {
      ...request('empty', 'Why?'),
      description: 'Nothing',
      caption: '',
      table: { columns: [], rows: [] },
      spec: emptySpec('No month has a figure yet'),
    };
    expect(isVegaLite(chart.spec)).toBe(true);
    expect(await renderChart(chart)).toContain('>No month has a figure yet</text>');
  });
});
