import { expect, test } from 'vitest';
import { formatSources } from '#core/format/format-sources.ts';

test.each([
  [[], ''],
  [['klaviyo-campaigns'], 'Klaviyo campaigns'],
  [['generic-campaign-results'], 'the campaign results export'],
  [['Help desk <b>'], 'Help desk <b>'],
  [['online-retail', 'generic-returns'], 'Online retail, the returns export'],
])('formatSources() writes %j as %j', (sources, text) => {
  expect(formatSources(sources)).toBe(text);
});
