import { NUMBER_WORDS } from '#core/format/english-words.ts';
import type { Certificate } from '#core/schemas/segmentation.ts';
import { isTrusted } from './stability-verdict.ts';

type Known = Pick<Certificate, 'trusted' | 'resamples' | 'recoveredTogether'> & {
  personas: readonly Pick<Certificate['personas'][number], 'id' | 'verdict' | 'recovered'>[];
};

/**
 * What a certificate says in one breath – before any number of the method. Definition: how many of the groups came out
 * again together in how many samples, which did not, and whether there are groups at all.
 *
 * @param nameOf what people call a Portrait
 * @example certificateSentence({ trusted: true, resamples: 100, recoveredTogether: 96, personas: [{ id: 'a', verdict: 'stable', recovered: 97 }, { id: 'b', verdict: 'untrusted', recovered: 20 }] }, (id) => id) // => 'This one group came out again in 96 of 100 re-drawn samples; the second, “b”, did not: treat it as a hint.'
 */
export function certificateSentence(
  { trusted, resamples, recoveredTogether, personas }: Known,
  nameOf: (id: string) => string,
): string {
  if (!trusted) {
    return `The customers do not fall into clear groups. ${capital(theGroups(personas.length))} cut one cloud of customers into parts: treat each as a hint, not as a kind of customer.`;
  }
  const sure = personas.filter(({ verdict }) => isTrusted(verdict));
  const others = personas.filter(({ verdict }) => !isTrusted(verdict));
  if (sure.length === 0) {
    return `None of ${theGroups(personas.length)} came out again reliably in ${resamples} re-drawn samples: treat them as hints.`;
  }
  const again = `${capital(theGroups(sure.length))} came out again in ${recoveredTogether} of ${resamples} re-drawn samples`;
  if (others.length === 0) return `${again}.`;
  const names = joined(others.map(({ id }) => `“${nameOf(id)}”`));
  return others.length === 1
    ? `${again}; ${ordinal(personas.length)}, ${names}, did not: treat it as a hint.`
    : `${again}; ${number(others.length)} more, ${names}, did not: treat them as hints.`;
}

/** Shares of samples. The verdict goes by the mean likeness; a reader sees the samples and takes the word for theirs. */
const VERY_SURE = 0.9;
const SURE = 0.75;

/**
 * How sure a group is, in a word – of one that is no hint. Definition: very sure from 90 % of the re-drawn samples in
 * which it came out again, sure from 75 %, else fairly sure. Source: this portal; the verdict goes by Hennig's mean.
 *
 * @param share of the samples, 0 to 1
 * @example sureness(0.84) // => 'sure'
 */
export function sureness(share: number): 'very sure' | 'sure' | 'fairly sure' {
  if (share >= VERY_SURE) return 'very sure';
  return share >= SURE ? 'sure' : 'fairly sure';
}

/**
 * What a certificate says of one Portrait – one tap away from its page. Definition: a hint or not by its verdict; of
 * those that are none, very sure where it came out again in 90 % of the samples, sure in 75 %, else fairly sure.
 *
 * @example personaCertaintySentence({ trusted: true, resamples: 100 }, { verdict: 'doubtful', recovered: 55 }) // => 'This group came out again in only 55 of 100 re-drawn samples. There is a pattern, but who belongs to it is doubtful: treat it as a hint.'
 */
export function personaCertaintySentence(
  { trusted, resamples }: Pick<Certificate, 'trusted' | 'resamples'>,
  { verdict, recovered }: Pick<Certificate['personas'][number], 'verdict' | 'recovered'>,
): string {
  if (!trusted) {
    return 'The customers do not fall into clear groups, and this is one part of the cloud: treat it as a hint, not as a kind of customer.';
  }
  const samples = `${recovered} of ${resamples} re-drawn samples`;
  switch (verdict) {
    case 'highly-stable':
    case 'stable': {
      const sure = capital(sureness(recovered / resamples));
      return `${sure}: drawn anew, the customers formed this group again in ${samples}.`;
    }
    case 'doubtful':
      return `This group came out again in only ${samples}. There is a pattern, but who belongs to it is doubtful: treat it as a hint.`;
    case 'untrusted':
      return `This group came out again in only ${samples}. It is not to be trusted: treat it as a hint at best.`;
  }
}

const ORDINALS: Record<number, string> = {
  2: 'the second',
  3: 'the third',
  4: 'the fourth',
  5: 'the fifth',
  6: 'the sixth',
  7: 'the seventh',
  8: 'the eighth',
  9: 'the ninth',
  10: 'the tenth',
  11: 'the eleventh',
  12: 'the twelfth',
};

function number(count: number): string {
  return NUMBER_WORDS[count] ?? String(count);
}

function ordinal(count: number): string {
  return ORDINALS[count] ?? 'the last';
}

function theGroups(count: number): string {
  return count === 1 ? 'this one group' : `these ${number(count)} groups`;
}

function joined(names: readonly string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
