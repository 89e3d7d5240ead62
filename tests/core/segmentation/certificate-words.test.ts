import { expect, test } from 'vitest';
import type { StabilityVerdict } from '#core/schemas/segmentation.ts';
import {
  certificateSentence,
  personaCertaintySentence,
  singleOrdersCaution,
} from '#core/segmentation/certificate-words.ts';

/** A certificate with these verdicts. */
function certificate(verdicts: StabilityVerdict[], trusted = true) {
  return {
    trusted,
    resamples: 100,
    recoveredTogether: 96,
    personas: verdicts.map((verdict, index) => ({
      id: `p${index + 1}`,
      verdict,
      recovered: 97,
      singleOrders: null as number | null,
    })),
  };
}
const nameOf = (id: string): string => `The ${id}`;

test('certificateSentence() says how often all groups came out again', () => {
  expect(certificateSentence(certificate(['stable', 'highly-stable', 'stable']), nameOf)).toBe(
    'These three groups came out again in 96 of 100 re-drawn samples.',
  );
});

test('certificateSentence() names the one that did not', () => {
  const verdicts = [...Array<StabilityVerdict>(7).fill('stable'), 'untrusted' as const];
  expect(certificateSentence(certificate(verdicts), nameOf)).toBe(
    'These seven groups came out again in 96 of 100 re-drawn samples; the eighth, “The p8”, did not: treat it as a hint.',
  );
});

test('certificateSentence() names several that did not', () => {
  expect(
    certificateSentence(certificate(['stable', 'doubtful', 'stable', 'untrusted']), nameOf),
  ).toBe(
    'These two groups came out again in 96 of 100 re-drawn samples; two more, “The p2” and “The p4”, did not: treat them as hints.',
  );
});

test('certificateSentence() trusts nothing when no group came out again', () => {
  expect(certificateSentence(certificate(['doubtful', 'untrusted']), nameOf)).toBe(
    'None of these two groups came out again reliably in 100 re-drawn samples: treat them as hints.',
  );
});

test('certificateSentence() says first that there are no groups, whatever the verdicts', () => {
  expect(
    certificateSentence(certificate(['untrusted', 'untrusted', 'untrusted'], false), nameOf),
  ).toBe(
    'The customers do not fall into clear groups. These three groups cut one cloud of customers into parts: treat each as a hint, not as a kind of customer.',
  );
});

test.each([
  ['highly-stable', 'Very sure: drawn anew, the customers formed this group again in 97 of 100'],
  ['stable', 'Very sure: drawn anew'],
  ['doubtful', 'came out again in only 97 of 100 re-drawn samples. There is a pattern'],
  ['untrusted', 'It is not to be trusted'],
] as const)('personaCertaintySentence() has words for %s', (verdict, words) => {
  const own = { verdict, recovered: 97 };
  expect(personaCertaintySentence({ trusted: true, resamples: 100 }, own)).toContain(words);
  expect(personaCertaintySentence({ trusted: false, resamples: 100 }, own)).toContain(
    'do not fall into clear groups',
  );
});

test.each([
  [97, 'Very sure: '],
  [90, 'Very sure: '],
  [84, 'Sure: '],
  [75, 'Sure: '],
  [74, 'Fairly sure: '],
])('personaCertaintySentence() of %d of 100 samples begins with %s', (recovered, words) => {
  for (const verdict of ['highly-stable', 'stable'] as const) {
    const sentence = personaCertaintySentence(
      { trusted: true, resamples: 100 },
      { verdict, recovered },
    );
    expect(sentence.startsWith(words)).toBe(true);
  }
});

test('certificateSentence() names groups that tell what single orders held', () => {
  const known = certificate(['stable', 'stable', 'stable', 'untrusted']);
  const of = (chances: (number | null)[]) => ({
    ...known,
    personas: known.personas.map((group, at) => ({ ...group, singleOrders: chances[at] ?? null })),
  });
  expect(certificateSentence(of([null, 0.93, 0.2, 0.9]), nameOf)).toMatch(
    /treat it as a hint\. Most in “The p2” have ordered only once, and chance alone would make such a group: it tells what single orders held, not yet a kind of people\.$/,
  );
  expect(certificateSentence(of([0.5, 0.93, 1.4]), nameOf)).toContain(
    ' Most in “The p1”, “The p2” and “The p3” have ordered only once, and chance alone would make such groups: they',
  );
  expect(certificateSentence(of([0.49, null]), nameOf)).not.toContain('only once');
});

test('singleOrdersCaution() says how many chance would give, of a group that is no hint already', () => {
  expect(singleOrdersCaution({ verdict: 'highly-stable', singleOrders: 1.18 })).toContain(
    'there would be 118 such one-time buyers for every 100 that there are',
  );
  expect(singleOrdersCaution({ verdict: 'doubtful', singleOrders: 1.18 })).toBeNull();
  expect(singleOrdersCaution({ verdict: 'stable', singleOrders: 0.49 })).toBeNull();
  expect(singleOrdersCaution({ verdict: 'stable', singleOrders: null })).toBeNull();
});

test('singleOrdersCaution() says how many of the one-time buyers may be of another kind', () => {
  const own = { verdict: 'stable' as const, singleOrders: 0.4, foundByChance: 0.31 };
  expect(singleOrdersCaution(own)).toBe(
    'Most of them have ordered only once, and one order tells little of a person: of every 100 such one-time buyers, about 31 may be here by chance.',
  );
  expect(singleOrdersCaution({ ...own, foundByChance: 0.18 })).toBeNull();
});
