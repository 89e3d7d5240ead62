import { startingSentence } from '#core/language/first-letter.ts';
import { plural } from '#core/language/plural.ts';
import { numberWord } from '#core/language/number-word.ts';
import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Certificate } from '#core/schemas/segmentation.ts';
import { hasManyByChance, isOfSingleOrders } from './single-orders.ts';
import { isTrusted } from './stability-verdict.ts';

type KnownGroup = Pick<
  Certificate['personas'][number],
  'id' | 'verdict' | 'recovered' | 'singleOrders' | 'foundByChance'
>;
type Known = Pick<Certificate, 'trusted' | 'resamples' | 'recoveredTogether'> & {
  personas: readonly KnownGroup[];
};

/**
 * What a certificate says in one breath – before any number of the method. Definition: how many of the groups came out
 * again together in how many samples, which did not, whether there are groups at all, and which of them tell what single
 * orders held.
 *
 * @param nameOf what people call a Portrait
 * @param formats for the language
 * @example certificateSentence({ trusted: true, resamples: 100, recoveredTogether: 96, personas: [{ id: 'a', verdict: 'stable', recovered: 97, singleOrders: null }, { id: 'b', verdict: 'untrusted', recovered: 20, singleOrders: null }] }, (id) => id) // => 'This one group came out again in 96 of 100 re-drawn samples; the second, “b”, did not: treat it as a hint.'
 */
export function certificateSentence(
  { trusted, resamples, recoveredTogether, personas }: Known,
  nameOf: (id: string) => string,
  formats: Worded = {},
): string {
  const { stability } = wordsOf(formats);
  const theGroups = (count: number): string =>
    filled(plural(stability.groups, count, formats), { number: numberWord(count, formats) });
  if (!trusted) {
    return filled(stability.noGroups, { groups: startingSentence(theGroups(personas.length)) });
  }
  const sure = personas.filter(({ verdict }) => isTrusted(verdict));
  const others = personas.filter(({ verdict }) => !isTrusted(verdict));
  if (sure.length === 0) {
    return filled(stability.none, { groups: theGroups(personas.length), samples: resamples });
  }
  const listed = (groups: readonly KnownGroup[]): string =>
    listOf(
      groups.map(({ id }) => filled(stability.name, { name: nameOf(id) })),
      formats,
    );
  const again = filled(
    others.length === 0
      ? stability.again
      : others.length === 1
        ? stability.againButOne
        : stability.againButMany,
    {
      groups: startingSentence(theGroups(sure.length)),
      count: recoveredTogether,
      samples: resamples,
      which: ordinal(personas.length, formats),
      name: listed(others),
      number: numberWord(others.length, formats),
      names: listed(others),
    },
  );
  const single = personas.filter(isOfSingleOrders);
  if (single.length === 0) return again;
  return `${again} ${filled(plural(stability.ofSingleOrders, single.length, formats), { names: listed(single) })}`;
}

function listOf(names: readonly string[], formats: Worded): string {
  if (names.length < 2) return names[0] ?? '';
  const { two } = wordsOf(formats).lists;
  return filled(two, { first: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' });
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
  { verdict, recovered }: Pick<KnownGroup, 'verdict' | 'recovered'>,
  formats: Worded = {},
): string {
  const words = wordsOf(formats);
  const { stability } = words;
  if (!trusted) return stability.noGroup;
  const text =
    verdict === 'doubtful' || verdict === 'untrusted' ? stability[verdict] : stability.stable;
  return filled(text, {
    sure: startingSentence(words.sureness[sureness(recovered / resamples)]),
    samples: filled(stability.samples, { count: recovered, samples: resamples }),
  });
}

/**
 * The caution of a group that tells what single orders held, or in which many one-time buyers lie by chance – beside the
 * Portrait, above how sure it is. Null for any other group.
 *
 * @example singleOrdersCaution({ verdict: 'stable', singleOrders: 0.2 }) // => null
 */
export function singleOrdersCaution(
  own: Pick<KnownGroup, 'verdict' | 'singleOrders' | 'foundByChance'>,
  formats: Worded = {},
): string | null {
  const { stability } = wordsOf(formats);
  const ofHundred = (share: number): number => Math.round(100 * share);
  if (isOfSingleOrders(own)) {
    return filled(stability.singleOrders, { count: ofHundred(own.singleOrders ?? 0) });
  }
  if (!hasManyByChance(own)) return null;
  return filled(stability.manyByChance, { count: ofHundred(own.foundByChance ?? 0) });
}

function ordinal(count: number, formats: Worded): string {
  const ordinals: Readonly<Record<string, string>> = wordsOf(formats).ordinals;
  return ordinals[count] ?? wordsOf(formats).ordinals.last;
}
