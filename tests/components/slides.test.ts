import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KpiSchema } from '#core/schemas/kpi.ts';
import { slides } from '../../src/components/slides.ts';

const fixture = new URL('../fixtures/content/kpis/net-revenue.json', import.meta.url);
const figures = KpiSchema.parse(JSON.parse(readFileSync(fixture, 'utf8')));

function kpi(id: string, isExplained: boolean) {
  const [current] = figures.facts;
  if (!current) throw new Error('The fixture has no figure');
  const { label: title, meaning } = figures;
  return { id, title, meaning, isExplained, figures, current, story: null, document: null };
}

test('slides() leaves out a KPI that nobody has explained', () => {
  const kpis = [kpi('unexplained', false), kpi('explained', true)];
  const shown = slides({ personas: [], kpis, insights: [], boxes: null });
  expect(shown.map((slide) => slide.kind === 'kpi' && slide.kpi.id)).toEqual(['explained']);
});

test('slides() is empty without content', () => {
  expect(slides({ personas: [], kpis: [], insights: [], boxes: null })).toEqual([]);
});
