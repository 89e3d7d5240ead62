import { describe, expect, test } from 'vitest';
import { marketAnswers } from '#core/personas/market-answers.ts';
import { factsPrinted } from '#core/personas/story-sentence.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { numberFact, textFact } from './build-fact.ts';

const answer = (facts: readonly Fact[], id: string) =>
  marketAnswers(facts).find((one) => one.id === id);

describe('marketAnswers()', () => {
  test('asks the same questions of everybody, in the same order', () => {
    expect(marketAnswers([]).map(({ id }) => id)).toEqual([
      'where',
      'when',
      'what',
      'beginning',
      'return',
      'offers',
    ]);
    expect(marketAnswers([]).flatMap(({ sentences, facts }) => [...sentences, ...facts])).toEqual(
      [],
    );
  });

  test('answers by a sentence that the figures bear out, else by the figures', () => {
    const offers = (share: number) => answer([numberFact('discountShare', share)], 'offers');
    expect(offers(0.9)?.sentences[0]?.text).toContain('seldom pay the full price');
    expect(offers(0.9)?.facts).toEqual([]);
    const channel = [textFact('mainChannel', 'web'), numberFact('mainChannelShare', 0.6)];
    expect(answer(channel, 'where')).toMatchObject({ sentences: [], facts: channel });
  });

  test('tells each figure once, and no more than three things to a question', () => {
    const facts = [
      textFact('topCategory', 'Jeans'),
      numberFact('topCategoryShare', 0.8),
      textFact('distinctCategory', 'Jeans'),
      numberFact('distinctCategoryShare', 0.8),
      numberFact('distinctCategoryTimes', 6),
      textFact('topBrand', 'Own'),
      numberFact('categoriesBought', 4),
      numberFact('giftShare', 0.9),
    ];
    const what = answer(facts, 'what');
    expect(what?.sentences).toHaveLength(2);
    expect(what?.facts.map(({ id }) => id)).toEqual(['topBrand']);
    const told = marketAnswers(facts).flatMap(({ sentences, facts: left }) => [
      ...sentences.flatMap(factsPrinted),
      ...left.map(({ id }) => id),
    ]);
    expect(new Set(told).size).toBe(told.length);
  });

  test('leaves out the share that came back beside a sentence about those who bought again', () => {
    const came = numberFact('repeatShare', 0.8);
    expect(answer([came], 'return')).toMatchObject({ sentences: [], facts: [came] });
    const again = numberFact('secondPurchaseShare', 0.54);
    expect(answer([came, again], 'return')?.sentences).toHaveLength(1);
    expect(answer([came, again], 'return')?.facts).toEqual([]);
  });
});
