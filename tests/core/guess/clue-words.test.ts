import { describe, expect, test } from 'vitest';
import type { PublishedFigures } from '#core/guess/clue.ts';
import { clueLine, clueReason } from '#core/guess/clue-words.ts';
import { clueTimes } from '#core/guess/clue-times.ts';
import english from '#core/language/en.json' with { type: 'json' };
import { clueLikelihood } from '#core/guess/clue-likelihood.ts';
import { numberFact, suppressedFact } from '../personas/build-fact.ts';

const formats = { locale: 'en-GB', currency: 'EUR', timeZone: 'UTC', floor: 10 };

const giver: PublishedFigures = {
  id: 'giver',
  facts: [
    numberFact('giftShare', 0.863),
    suppressedFact('discountShare'),
    numberFact('averageOrderValue', 108, 'money'),
    numberFact('averageOrderValueTimes', 0.6, 'times'),
  ],
  breakdowns: [
    {
      id: 'channels',
      label: 'Channels',
      base: 'orders',
      rows: [
        { label: 'web shop', share: 0.62, shareOfAll: 0.56, n: 500 },
        { label: 'phone order', share: 0.34, shareOfAll: 0.07, n: 400 },
        { label: 'store', share: null, shareOfAll: 0.06, n: 0 },
        { label: 'phone app', share: null, shareOfAll: 0.31, n: 0 },
      ],
    },
  ],
  distinguishing: [{ fact: 'giftShare', timesAverage: 5.6, average: 0.154 }],
};

describe('clueReason()', () => {
  test('gives the figure of the Portrait beside that of all customers', () => {
    expect(
      clueReason(giver, { kind: 'channel', part: 'phone order' }, english.clues, formats),
    ).toBe('34% of their orders come through phone order; of all orders with a known channel, 7%.');
    expect(clueReason(giver, { kind: 'gift', isSo: true }, english.clues, formats)).toBe(
      '86% of their orders are gifts; of all orders, 15%.',
    );
    expect(clueReason(giver, { kind: 'orderValue', value: 90 }, english.clues, formats)).toBe(
      'An order of theirs comes to €108 on average; of all customers, to €180.',
    );
  });

  test('says nothing of what is not published', () => {
    expect(clueReason(giver, { kind: 'discount', isSo: true }, english.clues, formats)).toBe('');
    expect(clueReason(giver, { kind: 'channel', part: 'store' }, english.clues, formats)).toBe('');
  });
});

describe('clueLine()', () => {
  test('says about how much was paid', () => {
    expect(clueLine({ kind: 'orderValue', value: 110 }, english.clues, formats)).toEqual({
      label: 'Paid',
      text: 'About €110',
    });
  });
});

describe('clueTimes()', () => {
  test('is the share beside that of all customers', () => {
    expect(clueTimes(giver, { kind: 'channel', part: 'phone order' })).toBeCloseTo(4.857, 3);
  });

  test('counts a small order of who orders for little, and not a large one', () => {
    expect(clueTimes(giver, { kind: 'orderValue', value: 90 })).toBeCloseTo(1 / 0.6);
    expect(clueTimes(giver, { kind: 'orderValue', value: 200 })).toBe(0);
  });

  test('is nothing for what a basket has not', () => {
    expect(clueTimes(giver, { kind: 'gift', isSo: false })).toBe(0);
  });
});

describe('clueLikelihood()', () => {
  test('leaves to a suppressed share what the published ones do not take', () => {
    const range = clueLikelihood(giver, { kind: 'channel', part: 'store' });
    expect(range.least).toBe(0);
    expect(range.most).toBeCloseTo(0.04);
  });

  test('is anything where nothing is published', () => {
    expect(clueLikelihood(giver, { kind: 'discount', isSo: true })).toEqual({ least: 0, most: 1 });
    expect(clueLikelihood(giver, { kind: 'month', part: 'June' })).toEqual({ least: 0, most: 1 });
  });
});
