import { startingSentence } from '#core/language/first-letter.ts';
import { wordsOf, type Worded } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';

/** Features that exist once for each category, brand or channel: "brandShare:Thornlast". */
const OF_EACH = {
  brandShare: 'shareOf',
  categoryShare: 'shareOf',
  channelShare: 'shareOfOrdersBy',
} as const;

/** Where the words of an id alone would say too little. */
const NAMED = ['brandHerfindahl', 'categoryHerfindahl', 'recencyDays', 'tenureDays'] as const;

/** What a feature is called: its label where one is known, else its id in words; a column of a table keeps its name. */
export function featureName(
  id: string,
  formats: Worded = {},
  features: readonly { id: string; label: string }[] = [],
): string {
  const label = features.find((feature) => feature.id === id)?.label;
  if (label !== undefined) return label;
  const words = wordsOf(formats).features;
  const named = NAMED.find((one) => one === id);
  if (named) return words[named];
  const [kind = '', ...rest] = id.split(':');
  const of = kind in OF_EACH ? OF_EACH[kind as keyof typeof OF_EACH] : undefined;
  if (of && rest.length > 0) return filled(words[of], { name: rest.join(':') });
  const weekday = /^([a-z]+day)Share$/.exec(id)?.[1];
  if (weekday !== undefined)
    return filled(words.shareOfOrdersOn, { day: startingSentence(weekday) });
  if (!/^[a-z]+([A-Z][a-z]+)+$/.test(id)) return id;
  return startingSentence(id.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

/** A reason as a sentence. */
export function withStop(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
