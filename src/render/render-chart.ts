import { type Runtime, View, parse } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';
import type { Chart } from '#core/charts/chart.ts';
import { inlineSvg } from './inline-svg.ts';
import { useRealTextWidths } from './vega-text-metrics.ts';

export interface ChartOptions {
  /** Width of the drawing in CSS pixels; 340 is the compact form for phones. */
  width?: number;
  /** Only for charts without rows: their height follows from the number of rows. */
  height?: number;
}

interface Shape {
  runtime: Runtime;
}

interface DrawableSpec {
  width: number;
  height: number;
  params: { name: string; value: number }[];
  datasets: Record<string, Record<string, unknown>[]>;
}

useRealTextWidths();

/** Compiled once per shape: charts of one function differ only in data, params and size. */
const shapes = new Map<string, Shape>();

/**
 * A chart as an SVG that can stand inside any page: no style, no script, ids that no other chart has, coordinates
 * rounded so that the same chart gives the same bytes. On a narrow screen a picture of 640 would shrink its letters
 * below what can be read: draw it a second time with `width: 340` and show the one that fits.
 */
export async function renderChart(chart: Chart, options: ChartOptions = {}): Promise<string> {
  const spec = drawable(chart);
  const view = new View(shapeOf(chart, spec).runtime, { renderer: 'none' });
  try {
    view.width(options.width ?? spec.width).height(options.height ?? spec.height);
    for (const { name, value } of spec.params) view.signal(name, value);
    for (const [name, rows] of Object.entries(spec.datasets)) {
      // Vega writes into the rows it is given.
      view.data(
        name,
        rows.map((row) => ({ ...row })),
      );
    }
    return inlineSvg(await view.toSVG(), chart);
  } finally {
    view.finalize();
  }
}

function shapeOf(chart: Chart, spec: DrawableSpec): Shape {
  const empty = {
    ...chart.spec,
    width: 1,
    height: 1,
    params: spec.params.map(({ name }) => ({ name, value: 0 })),
    datasets: Object.fromEntries(Object.keys(spec.datasets).map((name) => [name, []])),
  };
  const key = JSON.stringify(empty);
  const known = shapes.get(key);
  if (known) return known;
  const shape = { runtime: parse(compile(empty as unknown as TopLevelSpec).spec) };
  shapes.set(key, shape);
  return shape;
}

/** core knows a specification only as JSON; every one is checked against the schema of Vega-Lite in the tests. */
function drawable(chart: Chart): DrawableSpec {
  return chart.spec as unknown as DrawableSpec;
}
