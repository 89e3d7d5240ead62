import { expect, test } from 'vitest';
import { AudienceSettingsSchema } from '#core/schemas/audience-settings.ts';

const season = (from: string): boolean =>
  AudienceSettingsSchema.safeParse({ 'last-christmas': { from, to: '12-31' } }).success;

test.each(['02-30', '06-31', '13-01', '00-10', '1-5', 'December 1'])(
  'AudienceSettingsSchema refuses a season that begins on %j, a day of no year',
  (from) => {
    expect(season(from)).toBe(false);
  },
);

test('AudienceSettingsSchema takes every day of a leap year', () => {
  expect(['01-01', '02-29', '11-15', '12-31'].map(season)).toEqual([true, true, true, true]);
});
