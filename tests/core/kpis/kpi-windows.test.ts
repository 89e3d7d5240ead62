import { expect, test } from 'vitest';
import {
  calendarMonths,
  coveredPeriod,
  isCovered,
  previousFrom,
  trailingWindow,
  trailingWindows,
} from '#core/kpis/kpi-windows.ts';

test('calendarMonths() ends on as-of and begins with the data where they miss a week', () => {
  expect(calendarMonths('2025-12-20', '2026-02-03')).toEqual([
    { id: '2025-12', from: '2025-12-20', to: '2025-12-31' },
    { id: '2026-01', from: '2026-01-01', to: '2026-01-31' },
    { id: '2026-02', from: '2026-02-01', to: '2026-02-03' },
  ]);
});

test('trailingWindow() and the window before it are equal and adjacent', () => {
  const window = trailingWindow('current', '2024-02-29', 12);
  expect(window).toMatchObject({ from: '2023-03-01', to: '2024-02-29' });
  expect(previousFrom(window, 12)).toBe('2022-03-01');
});

test('trailingWindows() leaves out windows that begin before the data', () => {
  expect(trailingWindows('2024-01-05', '2025-02-10', 12).map(({ id }) => id)).toEqual([
    '2024-12',
    '2025-01',
    '2025-02',
  ]);
  expect(trailingWindows('2024-01-20', '2024-06-30', 12)).toEqual([]);
});

test('isCovered() forgives a week', () => {
  expect(isCovered('2024-01-01', '2024-01-08')).toBe(true);
  expect(isCovered('2024-01-01', '2024-01-09')).toBe(false);
});

test('coveredPeriod() starts with the data where a window reaches further back', () => {
  const window = { id: 'current', from: '2023-01-01', to: '2023-12-31' };
  expect(coveredPeriod(window, '2023-06-01')).toEqual({ from: '2023-06-01', to: '2023-12-31' });
  expect(coveredPeriod(window, '2022-06-01')).toEqual({ from: '2023-01-01', to: '2023-12-31' });
});
