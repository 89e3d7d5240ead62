import { expect, test } from 'vitest';
import { fieldWords } from '#core/search/field-words.ts';

test('fieldWords() counts a keyword once that the title says already, in any form', () => {
  const { keywords } = fieldWords({
    id: 'insights/vouchers',
    url: 'insights/vouchers/',
    kind: 'insight',
    title: 'Vouchers cost more',
    text: '',
    keywords: ['voucher', 'discount code'],
  });
  expect(keywords).toEqual(['discount', 'code', 'voucherscost', 'costmore']);
});
