import fc from 'fast-check';
import type { PublishedFigures } from '#core/guess/clue.ts';
import type { Breakdown, Persona } from '#core/schemas/persona.ts';
import { numberFact, suppressedFact } from '../personas/build-fact.ts';

const PARTS: Record<string, readonly string[]> = {
  categories: ['Boots', 'Jeans', 'Gifts', 'Other'],
  brands: ['Thornlast', 'Brackenloom', 'Mossgate'],
  channels: ['web shop', 'store', 'phone order'],
  months: ['April', 'June', 'December'],
};

/** Shares that add up to 1, beside others that do; some hidden, one never alone. */
function split(id: string, labels: readonly string[]): fc.Arbitrary<Breakdown> {
  const weights = fc.array(fc.integer({ min: 0, max: 9 }), {
    minLength: labels.length,
    maxLength: labels.length,
  });
  return fc.tuple(weights, weights, fc.subarray([...labels.keys()])).map(([own, all, hidden]) => {
    const share = (parts: number[], at: number): number => {
      const whole = parts.reduce((sum, part) => sum + part, 0);
      return whole === 0 ? 0 : (parts[at] ?? 0) / whole;
    };
    const isHidden = (at: number): boolean => hidden.length > 1 && hidden.includes(at);
    return {
      id,
      label: id,
      base: 'orders',
      rows: labels.map((label, at) => ({
        label,
        share: isHidden(at) ? null : share(own, at),
        shareOfAll: share(all, at),
        n: isHidden(at) ? 0 : 20,
      })),
    };
  });
}

const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

const distinguishing: fc.Arbitrary<Persona['distinguishing']> = fc
  .record({ gift: share, value: fc.integer({ min: 20, max: 400 }) })
  .map(({ gift, value }) => [
    { fact: 'giftShare', timesAverage: 2, average: gift },
    { fact: 'averageOrderValue', timesAverage: 2, average: value },
  ]);

const figures: fc.Arbitrary<Omit<PublishedFigures, 'id'>> = fc.record({
  facts: fc
    .tuple(fc.option(share), fc.option(share), fc.option(fc.integer({ min: 10, max: 600 })))
    .map(([gift, discount, value]) => [
      gift === null ? suppressedFact('giftShare') : numberFact('giftShare', gift),
      discount === null ? suppressedFact('discountShare') : numberFact('discountShare', discount),
      value === null
        ? suppressedFact('averageOrderValue')
        : numberFact('averageOrderValue', value, 'money'),
    ]),
  breakdowns: fc.tuple(...Object.entries(PARTS).map(([id, labels]) => split(id, labels))),
  distinguishing,
});

/** Some Portraits with any published figures that can be. */
export const arbitraryPortraits: fc.Arbitrary<PublishedFigures[]> = fc
  .array(figures, { minLength: 0, maxLength: 6 })
  .map((all) => all.map((one, index) => ({ ...one, id: `portrait-${index}` })));
