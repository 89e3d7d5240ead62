import type { Adapter } from '../adapter.ts';

/** kpi-snapshots.csv: KPI figures that another tool computed (docs/exports.md). */
export const genericKpiSnapshots: Adapter = {
  id: 'generic-kpi-snapshots',
  label: 'kpi-snapshots.csv',
  table: 'kpi_snapshots',
  columns: {
    kpi: { headers: ['kpi'], type: 'text', required: true },
    period: {
      headers: ['period'],
      type: 'text',
      required: true,
      pattern: String.raw`\d{4}|\d{4}-Q[1-4]|\d{4}-(0[1-9]|1[0-2])|\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}`,
      holds: (cell) =>
        `NOT contains(${cell}, '/') OR coalesce(TRY_CAST(left(${cell}, 10) AS DATE) <= TRY_CAST(right(${cell}, 10) AS DATE), false)`,
      expected: 'a period: 2026, 2026-Q1, 2026-03 or 2026-01-01/2026-03-31',
    },
    value: { headers: ['value'], type: 'number', required: true },
    unit: { headers: ['unit'], type: 'text', required: true },
    n: { headers: ['n'], type: 'integer' },
    numerator: { headers: ['numerator'], type: 'number' },
    denominator: { headers: ['denominator'], type: 'number' },
    tool: { headers: ['tool'], type: 'text' },
  },
  select: {
    kpi: '"kpi"',
    period: '"period"',
    value: '"value"',
    unit: '"unit"',
    n: '"n"',
    numerator: '"numerator"',
    denominator: '"denominator"',
    tool: '"tool"',
  },
};
