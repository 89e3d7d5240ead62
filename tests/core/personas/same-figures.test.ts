import { expect, test } from 'vitest';
import { portraitTopics } from '#core/personas/portrait-topics.ts';
import { sameFigures } from '#core/personas/same-figures.ts';
import { numberFact, textFact } from './build-fact.ts';

test('sameFigures() knows the largest part under its second name', () => {
  const facts = (main: string) => [
    textFact('mainChannel', main),
    textFact('distinctChannel', 'web'),
  ];
  expect([...sameFigures(facts('web'))]).toEqual([
    ['distinctChannel', 'mainChannel'],
    ['distinctChannelShare', 'mainChannelShare'],
  ]);
  expect([...sameFigures(facts('phone'))]).toEqual([]);
});

test('portraitTopics() lists a part once, and says of it only what the story does not tell', () => {
  const facts = (main: string) => [
    textFact('mainChannel', main),
    numberFact('mainChannelShare', 0.6),
    textFact('distinctChannel', 'phone'),
    numberFact('distinctChannelShare', main === 'phone' ? 0.6 : 0.34),
    numberFact('distinctChannelTimes', 5, 'times'),
  ];
  const when = (main: string, story: string) => portraitTopics(facts(main), [], story)[0];
  expect(when('web', '')?.facts).toHaveLength(4);
  expect(when('phone', '')?.facts).toHaveLength(2);
  const told = 'By <Fact is="mainChannel" />: <Fact is="mainChannelShare" />.';
  expect(when('web', told)?.sentences[0]?.text).toContain('One way of ordering stands out');
  // The times are new, so the sentence stays; without them it has been told.
  expect(when('phone', `${told} <Fact is="distinctChannelTimes" />`)?.sentences).toEqual([]);
});
