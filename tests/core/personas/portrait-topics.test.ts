import { expect, test } from 'vitest';
import { PERSONA_FACTS } from '#core/personas/fact-definitions.ts';
import { PORTRAIT_TOPICS, portraitTopics, unknownFacts } from '#core/personas/portrait-topics.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { numberFact } from './build-fact.ts';

test('every fact of a Portrait has one topic, or stands beside one that has', () => {
  const placed = PORTRAIT_TOPICS.flatMap(({ facts }) => facts);
  expect(new Set(placed).size).toBe(placed.length);
  const homeless = PERSONA_FACTS.map(({ id }) => id)
    .filter((id) => !id.endsWith('Times'))
    .filter((id) => !placed.includes(id));
  expect(homeless).toEqual([]);
});

test('portraitTopics() keeps what another tool counted, and leaves out what is not known', () => {
  const unknown: Fact = {
    ...numberFact('giftShare', 0),
    status: 'unavailable',
    value: null,
    reason: 'No order is marked as a gift',
  };
  const topics = portraitTopics(
    [
      numberFact('ownsTenPairs', 0.5),
      numberFact('returnRate', 0.1),
      numberFact('returnRateTimes', 2),
      unknown,
    ],
    [],
  );
  expect(topics.map(({ id, facts }) => [id, facts.map((fact) => fact.id)])).toEqual([
    ['returns', ['returnRate']],
    ['more', ['ownsTenPairs']],
  ]);
});

test('portraitTopics() places charts that have a figure', () => {
  const row = { label: 'A', share: 0.5, shareOfAll: 0.5, n: 20 };
  const breakdown = (id: string, share: number | null) => ({
    id,
    label: id,
    base: 'orders',
    rows: [
      { ...row, share },
      { ...row, label: 'B', share },
    ],
  });
  const topics = portraitTopics(
    [],
    [breakdown('months', 0.5), breakdown('brands', null), breakdown('devices', 0.5)],
  );
  expect(topics.map(({ id, charts }) => [id, charts])).toEqual([
    ['when', ['months']],
    ['more', ['devices']],
  ]);
});

test('portraitTopics() does not say what the story says in words without a figure', () => {
  const facts = [
    numberFact('ordersPerYearTimes', 0.6),
    numberFact('ordersPerYear', 2),
    numberFact('repeatShare', 0.6),
  ];
  const often = (story: string): string[] =>
    portraitTopics(facts, [], story)
      .flatMap(({ sentences }) => sentences.map(({ text }) => text))
      .filter((text) => text.includes('orders more often'));
  expect(often('')).toHaveLength(1);
  const told =
    'They come less often than our average customer, and when they come they spend less.';
  expect(often(`<Claim when="customers > 0">\n  ${told}\n</Claim>`)).toEqual([]);
});

test('portraitTopics() draws no whole of one part, which is the same for everybody', () => {
  const web = { label: 'web', share: 1, shareOfAll: 1, n: 20 };
  const channels = { id: 'channels', label: 'Channels', base: 'orders', rows: [web] };
  expect(portraitTopics([], [channels])).toEqual([]);
  const store = { label: 'store', share: 0, shareOfAll: 0.1, n: 0 };
  expect(portraitTopics([], [{ ...channels, rows: [web, store] }])).toHaveLength(1);
  expect(
    portraitTopics([], [{ ...channels, rows: [web, { ...store, shareOfAll: null }] }]),
  ).toHaveLength(1);
});

test('portraitTopics() says what the figures bear out and the story does not tell', () => {
  const facts = [numberFact('returnRate', 0.5), numberFact('exchangeShare', 0.4)];
  const said = (story: string): string[] =>
    portraitTopics(facts, [], story).flatMap(({ sentences }) => sentences.map(({ text }) => text));
  expect(said('')).toHaveLength(2);
  expect(said('Half comes back: <Fact is="returnRate" />.')).toEqual([
    expect.stringContaining('exchangeShare'),
  ]);
});

test('portraitTopics() says no phrase of the story again of another figure', () => {
  const facts = [
    numberFact('returnRate', 0.3),
    numberFact('boughtAgainAfterReturn', 0.82),
    numberFact('repeatShare', 0.8),
  ];
  const said = (story: string): string =>
    portraitTopics(facts, [], `<Fact is="repeatShare" />. ${story}`)
      .flatMap(({ sentences }) => sentences.map(({ text }) => text))
      .join('\n');
  expect(said('They send things back.')).toContain('is not goodbye');
  expect(said('Sending something back is not goodbye.')).not.toContain('is not goodbye');
});

const unavailable = (id: string): Fact => ({
  ...numberFact(id, 0),
  status: 'unavailable',
  value: null,
  reason: 'for a reason',
});

test('unknownFacts() are what the exports do not tell, not that nothing sets people apart', () => {
  const facts = [unavailable('giftShare'), unavailable('distinctChannel'), numberFact('a', 1)];
  expect(unknownFacts(facts).map(({ id }) => id)).toEqual(['giftShare']);
});

test('unknownFacts() tell why a figure that is told is not compared with the average', () => {
  const facts = [
    numberFact('returnRate', 0.044),
    { ...unavailable('returnRateTimes'), reason: 'A few large customers decide the average' },
    numberFact('weekendShare', 0),
    unavailable('weekendShareTimes'),
    unavailable('giftShareTimes'),
    unavailable('giftShare'),
  ];
  expect(unknownFacts(facts).map(({ id }) => id)).toEqual(['returnRateTimes', 'giftShare']);
});

test('unknownFacts() says once that no month is the busiest', () => {
  const none = ['topMonth', 'topMonthShare', 'mainChannelShare'].map((id): Fact => ({
    ...numberFact(id, 0),
    status: 'unavailable',
    value: null,
    reason: 'None that can be shown is clearly the largest',
  }));
  expect(unknownFacts(none).map(({ id }) => id)).toEqual(['topMonth', 'mainChannelShare']);
});

test('portraitTopics() leaves moves between Portraits to what changed', () => {
  expect(portraitTopics([numberFact('movedIn', 12)], [])).toEqual([]);
});
