import { expect, test } from 'vitest';
import { quotesIn } from '#components/quotes-in.ts';

const TEXT = `<Quote by="a customer in a survey">
  Gear that lasts.
</Quote>

<Claim when="orders > 5">
  <Quote>
    Once a month.
  </Quote>
</Claim>
`;

const words = (holds: boolean) => ({ fact: () => '', holds: () => holds, name: () => '' });

test('quotesIn() gives what was said and by whom, in reading order', () => {
  expect(quotesIn(TEXT, words(true))).toEqual([
    { text: 'Gear that lasts.', by: 'a customer in a survey' },
    { text: 'Once a month.', by: null },
  ]);
});

test('quotesIn() leaves out what stands in a Claim that does not hold', () => {
  expect(quotesIn(TEXT, words(false)).map(({ text }) => text)).toEqual(['Gear that lasts.']);
});
