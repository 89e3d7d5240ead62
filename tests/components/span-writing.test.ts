import { expect, test } from 'vitest';
import type { SpanPoint } from '#core/format/read-span.ts';
import type { Unit } from '#core/schemas/fact.ts';
import { spanWriting } from '../../src/components/span-writing.ts';

const formats = { locale: 'en-US', currency: 'USD', timeZone: 'UTC' };

interface Written {
  options: Intl.NumberFormatOptions;
  forms: Record<string, string>;
  factor: number;
}

/** A number as the browser would write it. */
function write({ options, forms, factor }: Written, value: number): string {
  const number = new Intl.NumberFormat('en-US', options).format(value * factor);
  const form = new Intl.PluralRules('en-US', options as Intl.PluralRulesOptions).select(
    value * factor,
  );
  return (forms[form] ?? forms['other'] ?? '').replace('{number}', number);
}

test.each<[Unit, number, string, number, string]>([
  ['ratio', 0.2317, '23.2%', -0.012, '-1.2 points'],
  ['money', 169_142.4, '$169,142', 1200.5, '+$1,200.50'],
  ['days', 1.04, '1 day', 0.3, '+0.3 days'],
  ['count', 1320.25, '1,320.3', -20, '-20'],
])('spanWriting() lets a browser write %s', (unit, mean, meanText, change, changeText) => {
  const points = [{ value: 0.1 }, null];
  const text = spanWriting({ series: { points, unit } }, formats) ?? '';
  const writing = JSON.parse(text) as { points: unknown; value: Written; change: Written };
  expect(writing.points).toEqual(points);
  expect(write(writing.value, mean)).toBe(meanText);
  expect(write(writing.change, change)).toBe(changeText);
});

test('spanWriting() speaks of chance only where a figure has an interval', () => {
  const chanceOf = (point: SpanPoint): unknown => {
    const text = spanWriting({ series: { points: [point, null], unit: 'ratio' } }, formats) ?? '';
    return (JSON.parse(text) as { chance: unknown }).chance;
  };
  expect(chanceOf({ value: 0.1 })).toBeNull();
  expect(chanceOf({ value: 0.1, interval: [0.05, 0.2] })).not.toBeNull();
});

test('spanWriting() of a chart without a series is nothing', () => {
  expect(spanWriting({}, formats)).toBeUndefined();
});
