import { expect, test } from 'vitest';
import { sampleRatio } from '#core/statistics/sample-ratio.ts';

test('sampleRatio() finds the mismatch of 821,588 against 815,482', () => {
  // The example of Kohavi, Tang & Xu, Trustworthy Online Controlled Experiments (2020), ch. 21: p = 1.8e-6.
  const ratio = sampleRatio([821_588, 815_482]);
  expect(ratio).toMatchObject({ mismatch: true, plan: 'equal' });
  expect(ratio?.pValue.toExponential(1)).toBe('1.8e-6');
});

test('sampleRatio() accepts an equal split by chance', () => {
  expect(sampleRatio([21_307, 21_387, 21_306])).toMatchObject({ mismatch: false, plan: 'equal' });
});

test('sampleRatio() takes a hold-out of a tenth, or a third, for the plan', () => {
  expect(sampleRatio([9_012, 988])).toMatchObject({ mismatch: false, plan: 'assumed' });
  expect(sampleRatio([6_700, 3_300])?.shares).toEqual([4 / 6, 2 / 6]);
});

test('sampleRatio() is null with one arm or an empty one', () => {
  expect(sampleRatio([100])).toBeNull();
  expect(sampleRatio([100, 0])).toBeNull();
});
