import { expect, test } from 'vitest';
import { kpiDefinitions } from '#core/kpis/index.ts';

const settings = { repeatPurchaseMonths: 12, secondPurchaseDays: 90, returnMaturityDays: 60 };

test('kpiDefinitions() lists them in the order of the home page', () => {
  expect(kpiDefinitions(settings).map(({ id }) => id)).toEqual([
    'net-revenue-retention',
    'net-revenue',
    'repeat-purchase-rate',
    'second-purchase-within-90-days',
    'average-order-value',
    'return-rate',
    'on-time-delivery',
    'order-accuracy',
    'time-to-first-answer',
    'first-contact-resolution',
  ]);
});

test('kpiDefinitions() cite a source, warn of confusion and explain in one sentence', () => {
  for (const definition of kpiDefinitions(settings)) {
    expect(definition.definitionSource).not.toBe('');
    expect(definition.caveats.length).toBeGreaterThan(0);
    expect(definition.meaning).toMatch(/^[A-Z][^.]*\.$/);
  }
});

test('kpiDefinitions() make another number of days another KPI', () => {
  const ids = kpiDefinitions({ ...settings, secondPurchaseDays: 60 }).map(({ id }) => id);
  expect(ids).toContain('second-purchase-within-60-days');
});
