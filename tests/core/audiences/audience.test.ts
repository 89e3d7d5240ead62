import { expect, test } from 'vitest';
import type { z } from 'zod';
import { AUDIENCE_IDS, describeAudiences } from '#core/audiences/audience.ts';
import { AudienceSettingsSchema } from '#core/schemas/audience-settings.ts';

test('describeAudiences() says each limit as it is set, and the usual ones without settings', () => {
  const usual = describeAudiences(AudienceSettingsSchema.parse({}));
  expect(usual.map(({ id }) => id)).toEqual([...AUDIENCE_IDS]);
  expect(usual.map(({ definition }) => definition)).toMatchInlineSnapshot(`
    [
      "The 1% of buyers who brought most net revenue in the last 24 months, if they placed at least 3 orders in that time",
      "First purchase within the last 7 days",
      "First purchase 20 to 90 days ago, and nothing bought on any day since",
      "Bought from 15 November to 31 December of last year, and nothing after it",
      "At least 3 orders, but none lately: not for 180 days, nor for 2 times their usual gap between orders",
      "At least 80% of all their pieces are of one brand, and they bought 5 pieces or more",
      "A random share, 10%, of those whose last purchase was within the last 7 days",
      "A random share, 10%, of those who left a basket within the last 7 days and have not bought since",
    ]
  `);
  expect(usual.every(({ advocate }) => advocate === null)).toBe(true);
  const set = describeAudiences(
    AudienceSettingsSchema.parse({
      hero: { share: 0.005, orders: 5, months: 12, advocate: 'The owner', say: 'Thanks' },
      'last-christmas': { from: '12-01', to: '12-24' },
    }),
  );
  expect(set[0]).toMatchObject({
    definition:
      'The 0.5% of buyers who brought most net revenue in the last 12 months, if they placed at least 5 orders in that time',
    advocate: 'The owner',
    say: 'Thanks',
  });
  expect(set.find(({ id }) => id === 'last-christmas')?.definition).toBe(
    'Bought from 1 December to 24 December of last year, and nothing after it',
  );
  expect(describeAudiences(AudienceSettingsSchema.parse({}), 'en-US')[3]?.definition).toBe(
    'Bought from November 15 to December 31 of last year, and nothing after it',
  );
});

test('describeAudiences() says from which day on a list of last Christmas is made', () => {
  const from = (settings: z.input<typeof AudienceSettingsSchema>): (string | null)[] =>
    describeAudiences(AudienceSettingsSchema.parse(settings)).flatMap(({ id, listedFrom }) =>
      id === 'last-christmas' || listedFrom !== null ? [listedFrom] : [],
    );
  expect(from({})).toEqual(['10-15']);
  expect(from({ contactLimit: { days: 10 } })).toEqual(['11-04']);
  expect(from({ 'last-christmas': { waitForRhythm: false } })).toEqual([null]);
  // In the year before: there is nothing to wait for in the season's own.
  expect(from({ 'last-christmas': { from: '01-05' } })).toEqual([null]);
});

test('AudienceSettingsSchema gives every audience words to say and to leave out', () => {
  for (const { say, doNotSay } of describeAudiences(AudienceSettingsSchema.parse({}))) {
    expect(say.length).toBeGreaterThan(20);
    expect(doNotSay.length).toBeGreaterThan(20);
  }
});
