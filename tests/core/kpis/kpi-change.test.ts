import { expect, test } from 'vitest';
import { changeUnit, kpiChange } from '#core/kpis/kpi-change.ts';
import { suppressedMeasure, unavailableMeasure } from '#core/kpis/kpi-measure.ts';
import type { Measure } from '#core/schemas/measure.ts';

function ok(value: number): Measure {
  return { status: 'ok', value, n: 100, numerator: value, denominator: 1 };
}

test('kpiChange() of ratios is a difference in points', () => {
  expect(kpiChange(ok(0.25), ok(0.5), 'ratio').value).toBe(-0.25);
  expect(changeUnit('ratio')).toBe('points');
});

test('kpiChange() of money is a share of the old value', () => {
  expect(kpiChange(ok(150), ok(100), 'money').value).toBe(0.5);
  expect(changeUnit('money')).toBe('ratio');
});

test('kpiChange() says nothing where one of the figures is withheld or missing', () => {
  expect(kpiChange(ok(1), suppressedMeasure('few'), 'money').status).toBe('suppressed');
  expect(kpiChange(unavailableMeasure('none'), ok(1), 'money').status).toBe('unavailable');
  expect(kpiChange(ok(1), ok(-5), 'money').status).toBe('unavailable');
});
