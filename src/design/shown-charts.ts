import { breakdownChart } from '#core/charts/breakdown-chart.ts';
import { calendarChart } from '#core/charts/calendar-chart.ts';
import type { Chart, ChartRequest } from '#core/charts/chart.ts';
import { differenceChart } from '#core/charts/difference-chart.ts';
import { trendChart } from '#core/charts/trend-chart.ts';
import { variantChart } from '#core/charts/variant-chart.ts';
import type { Formats } from '#core/format/formats.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import { ARMS, COMPARISONS } from './shown-learnings.ts';
import { PERIOD, measured, months, wave, withheld } from './shown-measures.ts';

function breakdown(labels: readonly string[], id = 'categories'): Breakdown {
  return {
    id,
    label: 'Categories',
    base: 'items',
    rows: labels.map((label, index) => ({
      label,
      n: index === 3 ? 0 : 400,
      share: index === 3 ? null : 0.34 / (index + 1),
      shareOfAll: index === 1 ? null : 0.2 / (index + 1),
    })),
  };
}

/** Every kind of chart: as it usually is, with much in it, with gaps, and with nothing. */
export function chartsInStates(formats: Formats): Chart[] {
  const request = (id: string, title: string): ChartRequest => ({
    id,
    title,
    formats,
    source: {
      period: PERIOD,
      n: 41_234,
      counted: '{count} customers',
      sources: ['shopify-orders'],
    },
  });
  const trend = { label: 'Return rate', unit: 'ratio' as const };
  const name = 'Denim collector';
  return [
    trendChart({
      ...request('trend', 'How did it move from month to month?'),
      ...trend,
      points: months(46, wave),
    }),
    trendChart({
      ...request('trend-gaps', 'Four months, one of them withheld'),
      ...trend,
      points: months(4, (index) => (index === 1 ? withheld : wave(index))),
    }),
    trendChart({
      ...request('trend-holes', 'Two months that the series does not have, and intervals of some'),
      ...trend,
      points: months(24, (index) =>
        index % 3 === 0 ? measured(0.2 + index / 400) : wave(index),
      ).filter((_, index) => index !== 9 && index !== 10),
    }),
    trendChart({ ...request('trend-empty', 'No month yet'), ...trend, points: [] }),
    breakdownChart({
      ...request('parts', 'What do they buy?'),
      name,
      breakdown: breakdown([
        'Jeans',
        'Shirts and tees',
        'Socks, gloves, hats and other small things for cold days',
        'Belts',
        'Packs',
        'Tents',
        'Kids',
        'Home',
        'Gifts',
        'Tailoring',
      ]),
    }),
    breakdownChart({
      ...request('parts-empty', 'No part yet'),
      name,
      breakdown: breakdown([]),
    }),
    calendarChart({
      ...request('year', 'When do they buy?'),
      name,
      breakdown: breakdown(
        'January February March April May June July August September October November December'.split(
          ' ',
        ),
        'months',
      ),
    }),
    variantChart({
      ...request('arms', 'Which one brought more?'),
      variants: ARMS,
      metric: 'order',
    }),
    differenceChart({
      ...request('apart', 'How far apart are they, and could it be chance?'),
      comparisons: COMPARISONS,
      variants: ARMS,
    }),
  ];
}
