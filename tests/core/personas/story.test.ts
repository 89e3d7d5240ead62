import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOfClaim } from '#core/claims/claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { distinguishingFacts } from '#core/personas/distinguishing-facts.ts';
import { draftStory } from '#core/personas/draft-story.ts';
import { PERSONA_FACTS } from '#core/personas/fact-definitions.ts';
import { namePersona } from '#core/personas/name-persona.ts';
import { nameId, spelledName, workingName } from '#core/personas/working-name.ts';
import { personaEssence } from '#core/personas/persona-essence.ts';
import { ROLE_SENTENCES } from '#core/personas/role-sentences.ts';
import { factsPrinted } from '#core/personas/story-sentence.ts';
import { STORY_SECTIONS } from '#core/personas/story-sections.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { arbitraryFacts } from './arbitrary-facts.ts';
import { numberFact, rangedFact, suppressedFact, textFact, unsureFact } from './build-fact.ts';
import { renderedSentences } from './rendered-story.ts';

const SLOTS = STORY_SECTIONS.flatMap(({ slots }) => slots);
const SENTENCES = [...SLOTS.flat(), ...ROLE_SENTENCES.flatMap(({ sentences }) => sentences)];
const known = new Set<string>(PERSONA_FACTS.map(({ id }) => id));

test.each(SENTENCES)(
  'the sentence for "$when" names only facts that Portraits have',
  (sentence) => {
    const named = [...factsOfClaim(parseClaim(sentence.when)), ...factsPrinted(sentence)];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  },
);

test.each(SENTENCES)('the sentence for "$when" has no gender, age, job or family', ({ text }) => {
  expect(text).not.toMatch(
    /\b(he|she|his|hers?|him|woman|man|wife|husband|mother|old|young|job)\b/i,
  );
});

test('draftStory() has at least sixty ways to say something, no two alike', () => {
  const shapes = SENTENCES.map(({ text }) => text.replace(/<Fact is="\w+" \/>/g, '…'));
  expect(new Set(shapes).size).toBe(shapes.length);
  expect(shapes.length).toBeGreaterThanOrEqual(60);
});

test('draftStory() says what holds, in blocks of their own', () => {
  const facts = [
    numberFact('ordersPerYear', 12),
    numberFact('repeatShare', 0.7),
    numberFact('returnRate', 0.04),
    numberFact('returnRateTimes', 0.9),
  ];
  expect(draftStory(facts, [])).toMatchInlineSnapshot(`
    "## How often, and for how much

    <Claim when="ordersPerYear >= 9 and ordersPerYear < 16">
      They order about once a month; the average is <Fact is="ordersPerYear" />.
    </Claim>

    <Claim when="repeatShare >= 0.65">
      Most do not leave it at one order: <Fact is="repeatShare" /> have come back so far.
    </Claim>

    ## What they send back, and why

    <Claim when="returnRate < 0.1 and returnRateTimes <= 1.25">
      They keep nearly all they order: only <Fact is="returnRate" /> of the pieces come back.
    </Claim>

    ## What this means for me

    <ForRole role="packing">
      <Claim when="ordersPerYear >= 4.5 and repeatShare >= 0.5">
        They open boxes of ours often and will notice the one that was packed in a hurry.
      </Claim>
    </ForRole>

    <ForRole role="service">
      <Claim when="ordersPerYear >= 4.5 and repeatShare >= 0.5">
        Look at their orders before you answer. They should not have to tell us who they are.
      </Claim>
    </ForRole>"
  `);
});

test.each([
  ['returnRate', 0.044, 'Of the pieces they order, 4.4% come back.', /only|nearly all/],
  ['returnRate', 0.03, 'Of the pieces they order, 3% come back.', /Next to nothing/],
  ['discountShare', 0.1, 'Most of their orders come without an offer: 10%', /seldom|only/],
  ['holidayShare', 0.1, '', /not their time|only/],
  ['weekendShare', 0.15, '', /working days|only/],
  ['giftShare', 0.02, '', /own use|only/],
])(
  'draftStory() does not make little of a %s of %d that others hardly have',
  (id, value, words, little) => {
    const said = (low: number, high: number) => {
      const facts = [
        numberFact(id, value),
        rangedFact(`${id}Times`, (low + high) / 2, [low, high], 'times'),
      ];
      return renderedSentences(draftStory(facts, []), facts)
        .map(({ text }) => text)
        .join(' ');
    };
    expect(said(2.2, 3.1)).toContain(words);
    expect(said(2.2, 3.1)).not.toMatch(little);
    expect(said(0.9, 1.1)).toMatch(little);
    // Nothing is compared where a few large customers decide the average.
    expect(saidOf({ [id]: value })).not.toMatch(little);
  },
);

test.each([
  ['returnRate', 0.45, 'Of the pieces they order, 45% come back.', /Much of/],
  ['returnRate', 0.22, 'Now and then something comes back', /good part/],
  ['discountShare', 0.5, 'Of their orders, 50% come with a discount.', /often/],
  ['holidayShare', 0.3, '30% fall into November', /more before/],
  ['holidayShare', 0.5, '50% fall into November', /their time of the year/],
  ['weekendShare', 0.45, '', /like to shop/],
  ['giftShare', 0.4, '40% are gifts', /Often/],
])(
  'draftStory() does not make much of a %s of %d that others have more of',
  (id, value, words, much) => {
    const said = (low: number, high: number) => {
      const facts = [
        numberFact(id, value),
        rangedFact(`${id}Times`, (low + high) / 2, [low, high], 'times'),
      ];
      return renderedSentences(draftStory(facts, []), facts)
        .map(({ text }) => text)
        .join(' ');
    };
    expect(said(0.5, 0.7)).toContain(words);
    expect(said(0.5, 0.7)).not.toMatch(much);
    expect(said(0.9, 1.1)).toMatch(much);
  },
);

test('draftStory() asks packers to count twice only what is no small box beside the others', () => {
  const packing = 'Count twice';
  expect(saidOf({ itemsPerOrder: 4.4, itemsPerOrderTimes: 1.2 })).toContain(packing);
  expect(saidOf({ itemsPerOrder: 4.4, itemsPerOrderTimes: 0.71 })).not.toContain(packing);
});

test('draftStory() tells service of a year between two orders, and of months where it is months', () => {
  const all = { repeatShare: 0.7 };
  expect(saidOf({ ...all, daysBetweenOrders: 365 })).toContain('About a year lies between two');
  expect(saidOf({ ...all, daysBetweenOrders: 365 })).not.toContain('Months lie');
  expect(saidOf({ ...all, daysBetweenOrders: 200 })).toContain('Months lie between two');
});

test.each([
  [0.45, 0.49, 'Nearly half of our customers'],
  [0.458, 0.505, 'About half of our customers'],
  [0.51, 0.56, 'At least every second customer'],
  [0.36, 0.44, 'At least one customer in three'],
])('draftStory() calls a share of customers from %d to %d as people say it', (low, high, words) => {
  const facts = [
    numberFact('customers', 800, 'count'),
    rangedFact('shareOfCustomers', (low + high) / 2, [low, high]),
    numberFact('shareOfRevenue', 0.3),
  ];
  expect(draftStory(facts, [])).toContain(words);
});

test.each([
  [1.42, 'yearly-shopper', 'Comes about once a year', 'They come about once a year.'],
  [1.55, 'twice-yearly-shopper', 'Comes about twice a year', 'They come about twice a year.'],
  [4.3, 'seasonal-shopper', 'Comes by about once a quarter', 'about once a quarter'],
  [4.7, 'regular-shopper', 'Comes back every couple of months', 'every couple of months'],
])('a name, its line and the story round %d orders a year alike', (orders, id, essence, words) => {
  const facts = [
    rangedFact('ordersPerYear', orders, [orders - 0.04, orders + 0.04], 'perYear'),
    numberFact('repeatShare', 0.65),
  ];
  expect(namePersona({ facts, breakdowns: [], distinguishing: [] }).id).toBe(id);
  expect(personaEssence(facts)).toBe(essence);
  const story = renderedSentences(draftStory(facts, []), facts).map(({ text }) => text);
  expect(story.join(' ')).toContain(words);
});

test('personaEssence() names both rhythms where the interval allows either', () => {
  const line = (low: number, high: number) =>
    personaEssence([
      rangedFact('ordersPerYear', (low + high) / 2, [low, high], 'perYear'),
      numberFact('repeatShare', 0.65),
    ]);
  expect(line(1.4, 1.6)).toBe('Comes about once or twice a year');
  expect(line(2.4, 2.6)).toBe('Comes two or three times a year');
});

test('draftStory() never says more than the interval allows', () => {
  const orders = (low: number, high: number): Fact =>
    rangedFact('ordersPerYear', 2.4, [low, high], 'perYear');
  const repeat = numberFact('repeatShare', 0.6);
  expect(draftStory([orders(2.3, 2.49), repeat], [])).toContain('They come about twice a year');
  const unsure = draftStory([orders(1.9, 2.9), repeat], []);
  expect(unsure).not.toContain('about twice a year');
  expect(unsure).toContain('Once, twice or three times a year');
});

test('draftStory() compares nothing with a figure whose interval is withheld', () => {
  const uneven = [
    unsureFact('averageOrderValue', 500, 'money'),
    unsureFact('averageOrderValueTimes', 2.8, 'times'),
    unsureFact('yearlySpend', 1_900, 'money'),
    unsureFact('yearlySpendTimes', 2.9, 'times'),
    numberFact('shareOfCustomers', 0.1),
    unsureFact('shareOfRevenue', 0.6),
    numberFact('customers', 60, 'count'),
  ];
  expect(renderedSentences(draftStory(uneven, []), uneven).map(({ text }) => text)).toEqual([
    '60 of our customers buy this way: 10% of everybody who bought. They account for 60% of all that was spent.',
    'An order comes to $500 on average.',
    'Pack it as they will want to remember it: clean, complete, on time.',
    'Ask what they expected, and write down the answer in their words.',
    'Ask service what they wanted and did not find.',
    'Write when there is something to say, in their rhythm and not in ours.',
    'They are 10% of the customers and bring 60% of the revenue.',
    'Spend an hour on the phone with one of them this quarter.',
  ]);
});

test.each([
  [0.9, 'somewhat less often than our average customer'],
  [0.98, 'about as often'],
  [1, 'about as often'],
  [1.1, ''],
])('draftStory() calls %d× as often what a figure beside it would not deny: %s', (times, words) => {
  const facts = [
    rangedFact('ordersPerYearTimes', times, [times * 0.98, times * 1.02], 'times'),
    numberFact('repeatShare', 0.7),
  ];
  const story = renderedSentences(draftStory(facts, []), facts)
    .map(({ text }) => text)
    .join(' ');
  expect(story.includes('orders about as often')).toBe(words === 'about as often');
  expect(story).toContain(words);
});

/** What a story says of these figures, each as sure as can be. */
function saidOf(figures: Record<string, number>): string {
  const facts = Object.entries(figures).map(([id, value]) => numberFact(id, value));
  return renderedSentences(draftStory(facts, []), facts)
    .map(({ text }) => text)
    .join(' ');
}

test('draftStory() does not call mostly what is the only code', () => {
  const code: Fact = { ...numberFact('firstCode', 0), unit: 'text', status: 'ok', value: 'REA' };
  const said = (share: number) =>
    draftStory([numberFact('firstCodeShare', share), code], []).match(/Where a first.*/)?.[0];
  expect(said(1)).toMatch(/hardly ever another/);
  expect(said(0.6)).toMatch(/mostly/);
});

test('draftStory() says no rhythm of people of whom most have not come back', () => {
  const orders = { ordersPerYear: 1.9, daysBetweenOrders: 120, recencyDays: 468 };
  const said = saidOf({ ...orders, repeatShare: 0.47 });
  expect(said).toContain('Some have ordered once and not again, others several times');
  expect(said).not.toMatch(/twice a year|let about/);
  expect(saidOf({ ...orders, repeatShare: 0.6 })).toContain('They come about twice a year.');
});

test('draftStory() says the rhythm that the line under the name says', () => {
  const rhythm =
    /about once a month|couple of months|about once a quarter|about twice a year|twice or three times/;
  for (let ordersPerYear = 2.5; ordersPerYear < 16; ordersPerYear += 0.1) {
    const facts = [numberFact('ordersPerYear', ordersPerYear), numberFact('repeatShare', 0.65)];
    const essence = personaEssence(facts);
    const said = saidOf({ ordersPerYear, repeatShare: 0.65 });
    expect(rhythm.exec(said)?.[0], said).toBe(rhythm.exec(essence)?.[0]);
  }
});

test('draftStory() calls nobody weekly who orders every other day', () => {
  expect(saidOf({ ordersPerYear: 45 })).toContain('nearly every week');
  expect(saidOf({ ordersPerYear: 150 })).toContain('more than once a week');
  expect(personaEssence([numberFact('ordersPerYear', 150)])).toBe('Buys more than once a week');
});

test('draftStory() calls no box full that holds much less than the average one', () => {
  const said = saidOf({ itemsPerOrder: 3, itemsPerOrderTimes: 0.5 });
  expect(said).toContain('Our average box holds a good deal more than theirs.');
  expect(said).not.toContain('several things at once');
});

test('draftStory() says once how often they come against the average', () => {
  const often = /less often|orders more often|as often as our average/g;
  const seldom = { ordersPerYearTimes: 0.6, averageOrderValueTimes: 0.5, repeatShare: 0.6 };
  expect(saidOf(seldom).match(often)).toEqual(['less often']);
  expect(saidOf({ ordersPerYearTimes: 0.6, repeatShare: 0.6 }).match(often)).toHaveLength(1);
});

test('draftStory() says of people who ordered once neither a rhythm nor the same figure twice', () => {
  const once = {
    ...{ customers: 60, repeatShare: 0, ordersPerYear: 1, ordersPerYearTimes: 0.25 },
    ...{ averageOrderValue: 24.92, unitPrice: 24.92, itemsPerOrder: 1, yearlySpend: 24.92 },
    ...{ discountShare: 0, firstDiscountShare: 0, categoriesBought: 1 },
  };
  const said = saidOf(once);
  expect(said).toContain('nobody has come back so far');
  expect(said).toContain('Nobody among them has placed a second order yet');
  expect(said).toContain('An order of theirs holds one thing');
  expect(said).not.toMatch(/several times|a year|as often|orders more often|on the first order/);
  expect(said.match(/2,492%/g)).toHaveLength(1);
  const many = { ...once, repeatShare: 0.04, averageOrderValueTimes: 0.5 };
  for (const ordersPerYearTimes of [0.6, 1, 1.3]) {
    const compared = saidOf({ ...many, ordersPerYear: 1.2, ordersPerYearTimes });
    expect(compared).not.toMatch(/often/);
    expect(compared).not.toMatch(/about as often as our average/);
  }
  // How many came back may be withheld: one order counts as once a year, and is no rhythm either.
  const unknown = Object.fromEntries(Object.entries(once).filter(([id]) => id !== 'repeatShare'));
  expect(saidOf(unknown)).not.toMatch(/a year|as often|orders more often/);
  expect(personaEssence(Object.entries(unknown).map(([id, value]) => numberFact(id, value)))).toBe(
    'Described by its figures',
  );
});

test('namePersona() calls nobody yearly of whom it is not known who came back', () => {
  const id = (figures: Record<string, number>): string =>
    namePersona({
      facts: Object.entries(figures).map(([fact, value]) => numberFact(fact, value)),
      breakdowns: [],
      distinguishing: [],
    }).id;
  expect(id({ ordersPerYear: 1 })).toBe('quiet-shopper');
  expect(id({ ordersPerYear: 1, repeatShare: 0.6 })).toBe('yearly-shopper');
  expect(id({ ordersPerYear: 2 })).toBe('twice-yearly-shopper');
});

test.each([
  [{ repeatShare: 0.998 }, 'Next to nobody among them leaves it at one order.', /100%/],
  [
    { itemsPerOrder: 1.9, unitPrice: 40, averageOrderValue: 76 },
    'A single piece costs them',
    /their orders hold/,
  ],
  [
    {
      ...{ repeatDiscountShare: 0.07, discountShare: 0.07, discountShareTimes: 0.4 },
      ...{ firstDiscountShare: 0.08, repeatShare: 0.9 },
    },
    'They seldom order with an offer',
    /come back without an offer/,
  ],
  [
    { repeatDiscountShare: 0.07, discountShare: 0.2, firstDiscountShare: 0.5, repeatShare: 0.9 },
    'Mostly they come back without an offer',
    /x{3}/,
  ],
  [
    { discountRate: 0.01, discountShare: 0.07, discountShareTimes: 1.1 },
    'They seldom order',
    /All discounts together/,
  ],
  [{ discountRate: 0.01, discountShare: 0.3 }, 'All discounts together', /seldom/],
  [
    { returnRate: 0.2, boughtAgainAfterReturn: 0.82 },
    'is not goodbye: of those who did so, 82% have ordered again.',
    /who did have/,
  ],
  [
    {
      ...{ ordersPerYearTimes: 0.6, repeatShare: 0.6 },
      ...{ averageOrderValueTimes: 2.4, averageOrderValue: 4 },
    },
    'An order comes to 400%, 240% as much as our average one.',
    /240%.*240%/,
  ],
  // Of 26 months with three Decembers, six have a November or December: 23 %.
  [{ holidayShare: 0.235 }, '', /more before the holidays/],
  [{ weekendShare: 0 }, 'None of their orders was placed at the weekend.', /only/],
  [
    { weekendShare: 0.42, weekendShareTimes: 1.4 },
    'They like to shop at the weekend: 42%',
    /They shop at/,
  ],
  // One in eight, or one in six, is somebody.
  [{ repeatShare: 0.87 }, 'Few leave it at one order: 87% have come back so far.', /[Hh]ardly/],
  [{ giftShare: 0.83 }, 'Most of it is meant for somebody else', /Nearly all/],
  [{ discountShare: 0.82 }, 'They seldom pay the full price', /[Hh]ardly ever/],
  [{ ordersPerYear: 2, repeatShare: 0.7, yearlySpend: 90 }, 'their orders add up to', /it adds up/],
])('draftStory() of %o says "%s"', (figures, words, never) => {
  expect(saidOf(figures)).toContain(words);
  expect(saidOf(figures)).not.toMatch(never);
});

test('draftStory() says who has been quiet for longer than their rhythm, and not to write in it', () => {
  const regular = { ordersPerYear: 6.7, repeatShare: 0.9, daysBetweenOrders: 33 };
  expect(saidOf({ ...regular, recencyDays: 40 })).toContain('Write a little before it');
  const quiet = saidOf({ ...regular, recencyDays: 261 });
  expect(quiet).toContain('Lately it has been quiet');
  expect(quiet).toContain('Write once, with a good reason');
  expect(quiet).not.toContain('Write a little before it');
});

test('draftStory() says of whom the share with a second order within a time is', () => {
  const said = saidOf({
    repeatShare: 0.65,
    secondPurchaseShare: 0.36,
    secondPurchaseYearShare: 0.91,
  });
  expect(said).toContain('of those who have had the time.');
  expect(said).toContain('Within a year of the first order most come again: an estimated ');
});

test('draftStory() says to a role what holds for anybody only where nothing else can be said', () => {
  const filler = 'Pack it as they will want to remember it';
  expect(saidOf({ customers: 100 })).toContain(filler);
  expect(saidOf({ customers: 100, giftShare: 0.6 })).not.toContain(filler);
});

test('draftStory() says to leaders what one spends once, and not as much of who spend little', () => {
  const spends = /one of them spends/gi;
  const all = { repeatShare: 0.6, yearlySpend: 300 };
  expect(saidOf({ ...all, yearlySpendTimes: 2.7 }).match(spends)).toHaveLength(1);
  expect(saidOf({ ...all, yearlySpendTimes: 1 }).match(spends)).toHaveLength(1);
  expect(saidOf({ ...all, yearlySpendTimes: 0.3 }).match(spends)).toBeNull();
});

test('draftStory() tells packers how many are gifts, and asks for no day of a gift that mostly is none', () => {
  const said = (gifts: number): string => {
    const facts = [
      numberFact('customers', 500, 'count'),
      rangedFact('giftShare', gifts, [gifts - 0.03, gifts + 0.03]),
      numberFact('giftShareTimes', 2, 'times'),
    ];
    return renderedSentences(draftStory(facts, []), facts)
      .map(({ role, text }) => `${role ?? 'story'}: ${text}`)
      .join('\n');
  };
  expect(said(0.4)).toContain('story: Often it is a gift: 40% of their orders.');
  expect(said(0.4)).toContain('packing: 40% of their orders are gifts: look for a note first');
  expect(said(0.4)).not.toContain('a gift has a date');
  expect(said(0.2)).toContain('Every now and then it is a gift');
  expect(said(0.2)).not.toContain('packing: 20%');
  expect(said(0.8)).toContain('packing: 80% of their orders are gifts: look for a note first');
  expect(said(0.8)).toContain('service: Ask by which day it has to be there: a gift has a date.');
});

test('personaEssence() says a habit in a line of its own where no rhythm is known', () => {
  const essence = (id: string, value: number): string => personaEssence([numberFact(id, value)]);
  expect(essence('giftShare', 0.8)).toBe('Buys mostly to give away');
  expect(essence('averageOrderValueTimes', 0.5)).toBe('Places small orders');
});

test('draftStory() tells a figure once', () => {
  const facts = [
    numberFact('ordersPerYearTimes', 2),
    numberFact('averageOrderValueTimes', 0.5),
    numberFact('averageOrderValue', 40),
    numberFact('ordersPerYear', 8),
    numberFact('repeatShare', 0.7),
  ];
  const [story = ''] = draftStory(facts, []).split('## What this means for me');
  const printed = [...story.matchAll(/is="(\w+)"/g)].map(([, id]) => id);
  expect(printed.length).toBeGreaterThan(3);
  expect(new Set(printed).size).toBe(printed.length);
});

test('draftStory() never prints a text of the exports', () => {
  const facts = [
    numberFact('distinctCategoryShare', 0.8),
    numberFact('distinctCategoryTimes', 4, 'times'),
    textFact('distinctCategory', '{process.exit()}<script>'),
    numberFact('customers', 100),
  ];
  const story = draftStory(facts, []);
  expect(story).toContain('<Fact is="distinctCategory" />');
  expect(story).not.toContain('script>');
});

test('draftStory() says of a part what sets them apart, and nothing that is as true of everybody', () => {
  const asEverybody = [
    textFact('mainChannel', 'web shop'),
    numberFact('mainChannelShare', 0.6),
    textFact('firstChannel', 'web shop'),
    numberFact('firstChannelShare', 0.64),
    textFact('topReturnReason', 'too small'),
    numberFact('topReturnReasonShare', 0.3),
    textFact('topCategory', 'Boots'),
    numberFact('topCategoryShare', 0.2),
  ];
  expect(draftStory(asEverybody, [])).toBe('');
  const apart = [
    ...asEverybody,
    textFact('distinctChannel', 'phone'),
    numberFact('distinctChannelShare', 0.34),
    rangedFact('distinctChannelTimes', 4.7, [4.1, 5.3], 'times'),
  ];
  expect(renderedSentences(draftStory(apart, []), apart).map(({ text }) => text)).toEqual([
    'One way of ordering stands out, phone: 34% of their orders, 4.7× the share it has among all our customers.',
  ]);
  const byChance = apart.map((fact) =>
    fact.id === 'distinctChannelTimes' ? rangedFact(fact.id, 1.3, [0.9, 1.7], 'times') : fact,
  );
  expect(draftStory(byChance, [])).toBe('');
});

test('draftStory() and namePersona() call nobody loyal to the brand that everybody in the shop buys', () => {
  const ownBrand = [
    numberFact('customers', 300, 'count'),
    numberFact('repeatShare', 0.8),
    numberFact('topBrandShare', 0.7),
    textFact('topBrand', 'Our own'),
  ];
  const oneBrand = [...ownBrand, numberFact('distinctBrandShare', 0.7)];
  const id = (facts: Fact[]) => namePersona({ facts, breakdowns: [], distinguishing: [] }).id;
  expect(draftStory(ownBrand, [])).not.toContain('of one brand');
  expect(personaEssence(ownBrand)).not.toContain('brand');
  expect(id(ownBrand)).toBe('quiet-shopper');
  expect(draftStory(oneBrand, [])).toContain('Most of it is of one brand');
  expect(personaEssence(oneBrand)).toContain('brand');
  expect(id(oneBrand)).toBe('quiet-loyalist');
});

test('draftStory() says nothing about what is suppressed', () => {
  expect(draftStory([suppressedFact('ordersPerYear')], [])).toBe('');
});

test('namePersona() turns a hostile category into harmless words', () => {
  const row = { label: '../../<b>Jeans</b>', share: 0.9, shareOfAll: 0.2, n: 50 };
  const breakdowns = [{ id: 'categories', label: 'Categories', base: 'paid', rows: [row] }];
  const facts = [numberFact('ordersPerYear', 10), numberFact('repeatShare', 0.9)];
  const { id } = namePersona({ facts, breakdowns, distinguishing: [] });
  expect(id).toBe('monthly-b-jeans-b-shopper');
});

test('namePersona() is made of what leads among what has a name, whatever "Other" holds', () => {
  const name = (jeans: number, boots: number) => {
    const rows = Object.entries({ Jeans: jeans, Boots: boots, Other: 1 - jeans - boots }).map(
      ([label, share]) => ({ label, share, shareOfAll: share / 3, n: 50 }),
    );
    const breakdowns = [{ id: 'categories', label: 'Categories', base: 'paid', rows }];
    const facts = [numberFact('ordersPerYear', 10), numberFact('repeatShare', 0.9)];
    return namePersona({ facts, breakdowns, distinguishing: [] }).id;
  };
  expect(name(0.4, 0.1)).toBe('monthly-jeans-shopper');
  expect(name(0.25, 0.24)).toBe('monthly-shopper');
});

test('personaEssence() says under a name what the intervals bear out; namePersona() keeps the id', () => {
  const facts = (low: number, high: number, extra: Fact[] = []) => [
    rangedFact('ordersPerYear', 9.5, [low, high], 'perYear'),
    numberFact('repeatShare', 0.9),
    ...extra,
  ];
  const line = (...args: Parameters<typeof facts>) => personaEssence(facts(...args));
  for (const [low, high] of [
    [9.2, 9.8],
    [7, 12],
  ] as const) {
    const { id } = namePersona({ facts: facts(low, high), breakdowns: [], distinguishing: [] });
    expect(id).toBe('monthly-shopper');
  }
  expect(line(9.2, 9.8)).toBe('Buys about once a month');
  expect(line(7, 12)).toBe('Comes back several times a year');
  expect(line(2.6, 16)).toBe('Comes back several times a year');
  expect(line(0, 30)).toBe('Described by its figures');
  const cameBack = (low: number, high: number) => [rangedFact('repeatShare', 0.42, [low, high])];
  expect(personaEssence(cameBack(0.32, 0.48))).toBe('More than half have bought once so far');
  expect(personaEssence(cameBack(0.38, 0.55))).toBe('About half have come back so far');
  expect(line(9.2, 9.8, [rangedFact('giftShare', 0.55, [0.4, 0.7])])).toBe(
    'Buys about once a month',
  );
  expect(line(9.2, 9.8, [rangedFact('giftShare', 0.55, [0.51, 0.59])])).toBe(
    'Buys about once a month, mostly to give away',
  );
  expect(line(0, 30, [numberFact('returnRate', 0.4), numberFact('returnRateTimes', 2)])).toBe(
    'Sends much of it back',
  );
});

test('whoever orders more often than once a month is not called a monthly customer', () => {
  const id = (orders: number) =>
    namePersona({
      facts: [numberFact('ordersPerYear', orders), numberFact('repeatShare', 0.9)],
      breakdowns: [],
      distinguishing: [],
    }).id;
  expect([12, 20, 45].map(id)).toEqual(['monthly-shopper', 'frequent-shopper', 'weekly-shopper']);
});

test('namePersona() calls nobody new who was here once, a year ago', () => {
  const name = (recencyDays: number) =>
    namePersona({
      facts: [
        numberFact('ordersPerYear', 1.2),
        numberFact('repeatShare', 0.2),
        numberFact('recencyDays', recencyDays),
      ],
      breakdowns: [],
      distinguishing: [],
    });
  expect(name(364).id).toBe('first-time-shopper');
  expect(name(365).id).toBe('one-time-shopper');
});

test('namePersona() tells no rhythm of people of whom most have not come back', () => {
  const name = (repeatShare: number) =>
    namePersona({
      facts: [numberFact('ordersPerYear', 1.9), numberFact('repeatShare', repeatShare)],
      breakdowns: [],
      distinguishing: [],
    });
  expect(name(0.47).id).toBe('occasional-shopper');
  expect(name(0.5).id).toBe('twice-yearly-shopper');
});

const ofOneCategory = (label: string, facts: Fact[]) =>
  namePersona({
    facts,
    breakdowns: [
      {
        ...{ id: 'categories', label: 'Categories', base: 'paid' },
        rows: [{ label, share: 0.7, shareOfAll: 0.2, n: 50 }],
      },
    ],
    distinguishing: [],
  });

test.each([
  ['Christmas Wreaths', 'Shopper of Christmas Wreaths'],
  ['Christmas', 'Shopper of Christmas'],
  ['Weekly Planners', 'Shopper of Weekly Planners'],
  ['Regular Fit Jeans', 'Shopper of Regular Fit Jeans'],
  ['Quarterly Reviews', 'Shopper of Quarterly Reviews'],
  ['Wreaths for Christmas', 'Wreaths For Christmas Shopper'],
])('namePersona() tells no rhythm of the buyers of %j by that word alone', (category, name) => {
  const { id, names } = ofOneCategory(category, []);
  expect(names.get(id)).toBe(name);
  expect(nameId(name)).toBe(id);
});

test('namePersona() says what the buyers of Christmas wreaths do, before what they buy', () => {
  const facts = [
    numberFact('ordersPerYear', 1),
    numberFact('repeatShare', 0.8),
    numberFact('discountShare', 0.7),
  ];
  const deals = ofOneCategory('Christmas Wreaths', facts);
  expect(deals.names.get(deals.id)).toBe('Yearly Deal Finder of Christmas Wreaths');
  expect(nameId('Yearly Small-basket Shopper of Christmas Wreaths 2')).toBe(
    'yearly-christmas-wreaths-small-basket-2',
  );
  const christmas = ofOneCategory('Christmas Wreaths', [numberFact('holidayShare', 0.8)]);
  expect(christmas.names.get(christmas.id)).toBe('Christmas Shopper of Christmas Wreaths');
});

test('namePersona() names after Christmas whoever orders mostly before it, throughout the interval', () => {
  const id = (low: number, high: number) =>
    ofOneCategory('Wreaths', [rangedFact('holidayShare', 0.62, [low, high])]).id;
  expect(id(0.52, 0.71)).toBe('christmas-wreaths-shopper');
  expect(id(0.4, 0.8)).toBe('quiet-wreaths-shopper');
  expect(ofOneCategory('Wreaths', [unsureFact('holidayShare', 0.9)]).id).toBe(
    'quiet-wreaths-shopper',
  );
});

test('namePersona() has another name ready, by the brand or the way of buying that sets them apart', () => {
  const part = (id: string, label: string, share: number, shareOfAll: number) => ({
    ...{ id, label: id, base: 'paid' },
    rows: [
      { label, share, shareOfAll, n: 40 },
      { label: 'Else', share: 1 - share, shareOfAll: 1 - shareOfAll, n: 40 },
    ],
  });
  const { id, otherIds } = namePersona({
    facts: [numberFact('ordersPerYear', 2), numberFact('repeatShare', 0.6)],
    breakdowns: [
      part('categories', 'Gift Sets', 0.7, 0.2),
      part('brands', 'Hanseat & Söhne', 1, 0.3),
      part('channels', 'Store', 0.5, 0.45),
    ],
    distinguishing: [],
  });
  expect(id).toBe('twice-yearly-gift-sets-shopper');
  expect(otherIds).toEqual(['twice-yearly-hanseat-sohne-shopper']);
});

test('namePersona() says who buys markedly less at a time', () => {
  const name = (timesAverage: number) =>
    namePersona({
      facts: [numberFact('ordersPerYear', 2), numberFact('repeatShare', 0.6)],
      breakdowns: [],
      distinguishing: [
        { fact: 'averageOrderValue', timesAverage },
        { fact: 'itemsPerOrder', timesAverage: 0.5 },
      ],
    }).id;
  expect(name(0.6)).toBe('twice-yearly-small-basket');
  expect(name(0.61)).toBe('twice-yearly-shopper');
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
    { fact: 'giftShare', timesAverage: 0.1, average: 0.5 },
    { fact: 'ordersPerYear', timesAverage: 4.1, average: 2 },
  ]);
});

test('distinguishingFacts() leaves out a difference that the interval does not support', () => {
  const own = rangedFact('giftShare', 0.5, [0.1, 0.9]);
  expect(distinguishingFacts([own], [numberFact('giftShare', 0.2)])).toEqual([]);
});

test('distinguishingFacts() goes by the interval of the quotient where there is one', () => {
  const own = numberFact('giftShare', 0.3);
  const all = numberFact('giftShare', 0.2);
  const interval = { low: 1.1, high: 2, level: 0.95, method: 'test' };
  const times = (low: number) =>
    new Map([['giftShare', { times: 1.5, interval: { ...interval, low } }]]);
  expect(distinguishingFacts([own], [all], times(1.1))).toEqual([
    { fact: 'giftShare', timesAverage: 0.3 / 0.2, average: 0.2, interval },
  ]);
  expect(distinguishingFacts([own], [all], times(0.9))).toEqual([]);
});

/** Sixty facts shrink for minutes and fill a screen: the first story that fails, and its seed, say enough. */
const SETTINGS: fc.Parameters<[Fact[], Fact[]]> = {
  numRuns: 300,
  endOnFailure: true,
  reporter: ({ failed, seed, errorInstance }) => {
    if (failed) throw new Error(`seed ${seed}: ${String(errorInstance)}`);
  },
};

/** Sentences that deny each other; the names are what a reader would take from them. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /more than once a week|nearly every week|more than once a month|about once a month/,
    /about once a year|about twice a year|More than a year can pass|twice or three times a year/,
  ],
  [/as often as our average customer\.$/, /Our average customer orders more often/],
  [/ordered on a single day so far/, /Few leave it|More than half of them|Most do not leave it/],
  [/first box they ever open/, /open boxes of ours often|Months lie between two/],
  [/hear from them often|are with us now/, /quiet for long|away for long|kept them away/],
  [/first box they ever open|how the first order went/, /away for long|kept them away/],
  [
    /Little at a time|less than our average one|spend less/,
    /more than our average one|spend more each time/,
  ],
  [
    /^Little at a time, but often|come more often than our average/,
    /come less often|half as often|a quarter as often|Our average customer orders more often/,
  ],
  [
    /several things at once|many things at once|Count twice/,
    /one thing at a time|one thing in the box/,
  ],
  [/comes first by far|Much of their money goes/, /show what goes together/],
  [
    /single category so far|comes first by far|goes to one category/,
    /keep to one corner of the shop/,
  ],
  [/single category so far/, /Not everything is of one kind/],
  [
    /look for a note|gift has a date|meant for somebody else/,
    /for their own use|None of their orders was marked/,
  ],
  [
    /time of the year: |when the year ends|Be on their mind|packed before the holidays|order more before/,
    /are not their time|No time of the year|None of their orders was placed in Nov/,
  ],
  [/like to shop at the weekend/, /order on working days/],
  [
    /keep nearly all they order|Next to nothing comes back|Nothing that they ordered|stays with them/,
    /see again|good part back|Close the box so|Count their revenue after/,
  ],
  [/not goodbye/, /few stay with us|Few have ordered again/],
  [/what comes back is exchanged|Offer an exchange before/, /Most of it is not exchanged/],
  [
    /seldom pay the full|often order with an offer|another voucher/,
    /seldom order with an offer|seldom use a voucher|paid the full price every time/,
  ],
  [/began with an offer/, /began without an offer|Nobody among them had a discount/],
  [/with an offer in hand/, /come back without an offer/],
  [/second order comes soon|order again within three months/, /takes patience|may come too early/],
];

test('draftStory() never contradicts itself, whatever the figures', () => {
  fc.assert(
    fc.property(arbitraryFacts, arbitraryFacts, (facts, earlier) => {
      for (const before of ['', draftStory(earlier, [])]) {
        const story = draftStory(facts, [], before);
        const said = renderedSentences(story, facts).map(({ text }) => text);
        for (const [one, other] of OPPOSITES) {
          const both = [said.find((text) => one.test(text)), said.find((text) => other.test(text))];
          expect(both.every((text) => text !== undefined) ? both.join(' | ') : '').toBe('');
        }
      }
    }),
    SETTINGS,
  );
});

test('the list of opposites knows sentences that exist', () => {
  const all = SENTENCES.map(({ text }) => text.replace(/<Fact is="\w+" \/>/g, '7'));
  for (const pattern of OPPOSITES.flat()) {
    for (const part of pattern.source.split('|')) {
      expect(all.some((text) => new RegExp(part).test(text)) ? '' : part).toBe('');
    }
  }
});

test('draftStory() reads as written by a person, whatever the figures', () => {
  fc.assert(
    fc.property(arbitraryFacts, arbitraryFacts, (facts, earlier) => {
      const story = draftStory(facts, [], draftStory(earlier, []));
      for (const { text } of renderedSentences(story, facts)) {
        expect(text).toMatch(/^[A-Z0-9$].*[.?]$/);
        expect(text).not.toMatch(
          / {2}|\b0 (items?|days?|a year)|only 0%|NaN|undefined|[^.]\.\.$|\s[.,:;]/,
        );
        expect(text.length).toBeLessThan(200);
      }
    }),
    SETTINGS,
  );
});

test.each([
  [{ ordersPerYear: 2 }, 'Furniture', { unitPrice: 3 }, 'Twice-a-year High-end Furniture Shopper'],
  [{ ordersPerYear: 50 }, '', { itemsPerOrder: 4 }, 'Weekly Big-basket Shopper'],
  [
    { ordersPerYear: 3 },
    'Gifts & Home',
    { averageOrderValue: 0.4 },
    'Quarterly Small-basket Gifts & Home Shopper',
  ],
  [{ ordersPerYear: 3, returnRate: 0.4 }, 'Jackets', {}, 'Quarterly Try-at-home Jackets Shopper'],
  [{ ordersPerYear: 1, repeatShare: 0.1, recencyDays: 30 }, 'Tea', {}, 'First-time Tea Shopper'],
  [
    { ordersPerYear: 1, repeatShare: 0.1, recencyDays: 500, giftShare: 0.9 },
    'Tea',
    {},
    'One-time Tea Gift Giver',
  ],
  [{ ordersPerYear: 10, discountShare: 0.9 }, 'Shirts/Tees', {}, 'Monthly Shirts/Tees Deal Finder'],
])(
  'namePersona() says a name as a colleague would: %j of "%s", %j',
  (figures, category, times, said) => {
    const rows = [{ label: category, share: 0.9, shareOfAll: 0.2, n: 50 }];
    const breakdowns = category
      ? [{ id: 'categories', label: 'Categories', base: 'paid', rows }]
      : [];
    const { id, names } = namePersona({
      facts: Object.entries({ repeatShare: 0.9, ...figures }).map(([fact, value]) =>
        numberFact(fact, value),
      ),
      breakdowns,
      distinguishing: Object.entries(times).map(([fact, timesAverage]) => ({ fact, timesAverage })),
    });
    expect(spelledName(id, names)).toBe(said);
    // What a name stands for is read from it again, whichever number it has got.
    expect(nameId(said)).toBe(id);
    expect(nameId(spelledName(`${id}-2`, names))).toBe(`${id}-2`);
  },
);

test('namePersona() says a name in the words of its id where it would be longer than names may be', () => {
  const rows = [{ label: 'Tea & Tea & Tea & Tea & Tea & Tea', share: 0.9, shareOfAll: 0.2, n: 50 }];
  const { id, names } = namePersona({
    facts: [numberFact('ordersPerYear', 2), numberFact('repeatShare', 0.9)],
    breakdowns: [{ id: 'categories', label: 'Categories', base: 'paid', rows }],
    distinguishing: [{ fact: 'averageOrderValue', timesAverage: 0.5 }],
  });
  expect(spelledName(`${id}-12`, names)).toBe(
    'Twice Yearly Tea Tea Tea Tea Tea Tea Small Basket 12',
  );
});

test('namePersona() says nothing of a rhythm that nobody knows', () => {
  const { id, names } = namePersona({ facts: [], breakdowns: [], distinguishing: [] });
  expect([id, spelledName(id, names)]).toEqual(['quiet-shopper', 'Shopper']);
  expect(nameId('Shopper 2')).toBe('quiet-shopper-2');
  // A name that was given before stays.
  expect(workingName('quiet-shopper')).toBe('Quiet Shopper');
});

test.each([
  // Of whom most have ordered once, the first order is told where all orders are.
  [
    {
      repeatShare: 0.1,
      giftShare: 0.8,
      firstGiftShare: 0.8,
      discountShare: 0.3,
      firstDiscountShare: 0.3,
    },
    /first order/,
  ],
  [{ repeatShare: 1 }, /leave it at one order/],
  [{ distinctCategoryShare: 0.8, distinctCategoryTimes: 65 }, /× the share/],
  [{ distinctBrandShare: 0.3, distinctBrandTimes: 34 }, /× the share|than others do/],
])('draftStory() does not say of %j what %s would', (figures, never) => {
  const facts = [
    ...Object.entries(figures).map(([id, value]) => numberFact(id, value)),
    ...['distinctCategory', 'distinctBrand'].map((id) => textFact(id, 'Bouquets')),
  ];
  const said = renderedSentences(draftStory(facts, []), facts).map(({ text }) => text);
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter((text) => never.test(text))).toEqual([]);
});

test('draftStory() names the busiest month, which can have one as busy beside it, where it is not one before the holidays', () => {
  const story = (month: string, holidayShare: number) => {
    const facts = [
      textFact('topMonth', month),
      numberFact('topMonthShare', 0.41),
      numberFact('holidayShare', holidayShare),
    ];
    return renderedSentences(draftStory(facts, []), facts).map(({ text }) => text);
  };
  const february = 'Their busiest month is February: 41% of their orders are placed in it.';
  expect(story('February', 0.1)).toContain(february);
  expect(story('December', 0.5).join(' ')).not.toContain('December: ');
});

test('workingName() calls four orders a year quarterly, whatever their seasons, and leaves the id alone', () => {
  expect(workingName('seasonal-kids-loyalist')).toBe('Quarterly Kids Loyalist');
  expect(workingName('twice-yearly-seasonal-goods-shopper')).toBe(
    'Twice Yearly Seasonal Goods Shopper',
  );
});

test('namePersona() calls a basket big by its value only where it holds as many things as others do', () => {
  const habit = (itemsPerOrder: number) =>
    namePersona({
      facts: [numberFact('ordersPerYear', 2), numberFact('repeatShare', 0.6)],
      breakdowns: [],
      distinguishing: [
        { fact: 'averageOrderValue', timesAverage: 1.8 },
        { fact: 'unitPrice', timesAverage: 2.6 },
        { fact: 'itemsPerOrder', timesAverage: itemsPerOrder },
      ],
    }).id;
  expect(habit(0.7)).toBe('twice-yearly-premium-shopper');
  expect(habit(1.1)).toBe('twice-yearly-big-basket');
});

test('namePersona() keeps the letters of a category for the name, and plain ones for the id', () => {
  const row = { label: 'Vêtements & Éclairage', share: 0.9, shareOfAll: 0.2, n: 50 };
  const breakdowns = [{ id: 'categories', label: 'Categories', base: 'paid', rows: [row] }];
  const facts = [numberFact('ordersPerYear', 3), numberFact('repeatShare', 0.9)];
  const { id, names } = namePersona({ facts, breakdowns, distinguishing: [] });
  expect(id).toBe('seasonal-vetements-eclairage-shopper');
  const name = spelledName(`${id}-2`, names);
  expect(name).toBe('Quarterly Vêtements & Éclairage Shopper 2');
  expect(nameId(name)).toBe(`${id}-2`);
});

test('namePersona() has no other letters for a name in plain ones, or in another alphabet', () => {
  for (const label of ['Shirts & Tees', 'Blueжук jeans']) {
    const row = { label, share: 0.9, shareOfAll: 0.2, n: 50 };
    const breakdowns = [{ id: 'categories', label: 'Categories', base: 'paid', rows: [row] }];
    const { names } = namePersona({ facts: [], breakdowns, distinguishing: [] });
    expect([...names.values()].filter((name) => /[^\w &-]/.test(name))).toEqual([]);
  }
});
