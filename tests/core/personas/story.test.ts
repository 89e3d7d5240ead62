import { expect, test } from 'vitest';
import { factsOfClaim } from '#core/claims/claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { distinguishingFacts } from '#core/personas/distinguishing-facts.ts';
import { draftStory } from '#core/personas/draft-story.ts';
import { PERSONA_FACTS } from '#core/personas/fact-definitions.ts';
import { namePersona } from '#core/personas/name-persona.ts';
import { ROLE_SENTENCES } from '#core/personas/role-sentences.ts';
import { HOW_THEY_BUY, IN_THE_BOX, OPENING, SENT_BACK } from '#core/personas/story-sections.ts';
import { numberFact, suppressedFact, textFact } from './build-fact.ts';

const SENTENCES = [
  ...OPENING,
  ...HOW_THEY_BUY,
  ...IN_THE_BOX,
  ...SENT_BACK,
  ...ROLE_SENTENCES.flatMap(({ sentences }) => sentences),
];
const known = new Set<string>(PERSONA_FACTS.map(({ id }) => id));

test.each(SENTENCES)(
  'the sentence for "$when" names only facts that Portraits have',
  (sentence) => {
    const printed = [...sentence.text.matchAll(/<Fact is="(\w+)" \/>/g)].map(([, id]) => id ?? '');
    const named = [...factsOfClaim(parseClaim(sentence.when)), ...printed];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  },
);

test.each(SENTENCES)('the sentence for "$when" has no gender, age, job or family', ({ text }) => {
  expect(text).not.toMatch(
    /\b(he|she|his|hers?|him|woman|man|wife|husband|mother|old|young|job)\b/i,
  );
});

test('draftStory() says what holds, in blocks of their own', () => {
  const facts = [numberFact('ordersPerYear', 12), numberFact('returnRate', 0.04)];
  expect(draftStory(facts, [])).toMatchInlineSnapshot(`
    "## How they buy

    <Claim when="ordersPerYear >= 9">
      They buy about once a month: on average <Fact is="ordersPerYear" />.
    </Claim>

    ## What they send back

    <Claim when="returnRate < 0.1">
      They keep what they order: only <Fact is="returnRate" /> of the pieces come back.
    </Claim>

    ## What this means for me

    <ForRole role="packing">
      <Claim when="ordersPerYear >= 4.5">
        They open boxes of ours often and will notice the one that was packed in a hurry.
      </Claim>
    </ForRole>

    <ForRole role="service">
      <Claim when="ordersPerYear >= 4.5">
        Look at their orders before you answer. They should not have to tell us who they are.
      </Claim>
    </ForRole>"
  `);
});

test('draftStory() never prints a text of the exports', () => {
  const facts = [
    numberFact('topCategoryShare', 0.8),
    textFact('topCategory', '{process.exit()}<script>'),
    numberFact('customers', 100),
  ];
  const story = draftStory(facts, []);
  expect(story).toContain('<Fact is="topCategory" />');
  expect(story).not.toContain('script>');
});

test('draftStory() says nothing about what is suppressed', () => {
  expect(draftStory([suppressedFact('ordersPerYear')], [])).toBe('');
});

test('namePersona() turns a hostile category into harmless words', () => {
  const row = { label: '../../<b>Jeans</b>', share: 0.9, shareOfAll: 0.2, n: 50 };
  const breakdowns = [{ id: 'categories', label: 'Categories', base: 'paid', rows: [row] }];
  const facts = [numberFact('ordersPerYear', 10), numberFact('repeatShare', 0.9)];
  const { id, essence } = namePersona({ facts, breakdowns, distinguishing: [] });
  expect(id).toBe('monthly-b-jeans-b-shopper');
  expect(essence).toBe('Buys about once a month');
});

test('distinguishingFacts() puts the strongest difference first, more or less alike', () => {
  const all = [
    numberFact('ordersPerYear', 2),
    numberFact('giftShare', 0.5),
    numberFact('returnRate', 0.1),
  ];
  const own = [
    numberFact('ordersPerYear', 8.2),
    numberFact('giftShare', 0.05),
    numberFact('returnRate', 0.11),
  ];
  expect(distinguishingFacts(own, all)).toEqual([
    { fact: 'giftShare', timesAverage: 0.1 },
    { fact: 'ordersPerYear', timesAverage: 4.1 },
  ]);
});

test('distinguishingFacts() leaves out a difference that the interval does not support', () => {
  const interval = { low: 0.1, high: 0.9, level: 0.95, method: 'Wilson score' };
  const own = { ...numberFact('giftShare', 0.5), interval };
  expect(distinguishingFacts([own], [numberFact('giftShare', 0.2)])).toEqual([]);
});
