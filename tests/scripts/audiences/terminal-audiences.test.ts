import { expect, test } from 'vitest';
import { describeAudiences, type AudienceId } from '#core/audiences/audience.ts';
import { AudienceSettingsSchema } from '#core/schemas/audience-settings.ts';
import type { MadeAudiences } from '../../../scripts/audiences/make-audiences.ts';
import { terminalAudiences } from '../../../scripts/audiences/terminal-audiences.ts';

/** What is said of an audience, of whose people so many are listed and so many wait. */
function saidOf(
  listed: number,
  early: number,
  audience: AudienceId = 'second-purchase-due',
): string[] {
  const made: MadeAudiences = {
    asOf: '2026-10-31',
    audiences: describeAudiences(AudienceSettingsSchema.parse({}))
      .filter(({ id }) => id === audience)
      .map((described) => ({
        ...described,
        people: 98,
        listed,
        refused: 4,
        unreachable: 0,
        early,
        overLimit: 0,
        value: '1000.00',
        payers: 98,
        unavailable: null,
      })),
    taggedOrders: null,
    filledSheets: [],
  };
  const formats = { locale: 'en-US', currency: 'USD', timeZone: 'UTC' };
  return terminalAudiences(made, formats, 10).split('\n');
}

test('terminalAudiences() says why nobody is on a list that waits', () => {
  expect(saidOf(0, 94)).toContain(
    'Second purchase due: nobody is on the list, because 94 of them are not expected to buy yet. Should nobody ever be, customers here come back later than this audience looks: set a later toDays, or waitForRhythm: false, in portal.config.ts',
  );
});

test('terminalAudiences() says from which day on a list of last Christmas is made', () => {
  expect(saidOf(0, 94, 'last-christmas')).toContain(
    'Last Christmas and not since: nobody is on the list before October 15. What is said to them belongs to a season, and an earlier list would only use up their contact limit. For one at any time: waitForRhythm: false in portal.config.ts',
  );
  expect(saidOf(90, 4, 'last-christmas').join('\n')).not.toContain('nobody is on the list');
});

test('terminalAudiences() says nothing of waiting where somebody is on the list', () => {
  expect(saidOf(1, 93).join('\n')).not.toContain('nobody is on the list');
});
