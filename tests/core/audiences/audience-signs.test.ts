import { describe, expect, test } from 'vitest';
import { audienceSigns } from '#core/audiences/audience-signs.ts';
import { numberFact, rangedFact } from '../personas/build-fact.ts';

const ids = (audiences: string[], ...facts: Parameters<typeof audienceSigns>[1]) =>
  audienceSigns(audiences, facts).map(({ id }) => id);

describe('audienceSigns()', () => {
  test('names an audience while the figure that speaks for it holds', () => {
    expect(ids(['hero', 'last-christmas'], numberFact('holidayShare', 0.6))).toEqual([
      'last-christmas',
    ]);
    expect(ids(['last-christmas'], numberFact('holidayShare', 0.1))).toEqual([]);
  });

  test('names none whose condition only some of the interval meets', () => {
    expect(
      ids(['last-christmas'], rangedFact('holidayShare', 0.25, [0.15, 0.35], 'ratio')),
    ).toEqual([]);
  });

  test('knows no audience that the content does not have, nor one without a condition', () => {
    expect(ids([], numberFact('holidayShare', 0.6))).toEqual([]);
    expect(ids(['follow-up-buyers'], numberFact('holidayShare', 0.6))).toEqual([]);
  });
});
