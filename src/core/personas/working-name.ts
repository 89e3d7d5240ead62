import { startingSentence } from '#core/language/first-letter.ts';
import { nameSlug } from './name-subject.ts';

/** How often somebody buys: a name begins with it. */
export const RHYTHMS = [
  'christmas',
  'first-time',
  'one-time',
  'occasional',
  'weekly',
  'frequent',
  'monthly',
  'regular',
  'seasonal',
  'twice-yearly',
  'yearly',
  'quiet',
] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** In which way somebody buys: an id ends with it. */
export const HABITS = [
  'gift-giver',
  'home-fitter',
  'deal-finder',
  'loyalist',
  'big-basket',
  'small-basket',
  'premium-shopper',
  'shopper',
] as const;
export type Habit = (typeof HABITS)[number];

/**
 * Working name from an id – the same whenever it is computed, so that a name never moves with the figures.
 * Definition: the id's words with capitals; the rhythm "seasonal", four times a year, reads "Quarterly", as no season
 * is meant. Source: the id is given once, at birth.
 *
 * @example workingName('monthly-jeans-loyalist') // => 'Monthly Jeans Loyalist'
 * @example workingName('seasonal-shopper') // => 'Quarterly Shopper'
 */
export function workingName(id: string): string {
  return capitals(id.replace(/^seasonal-/, 'quarterly-'));
}

/** Rhythms in a new name, where they are not the id's word; of one that nobody knows nothing is said. */
const SPOKEN_RHYTHMS: Readonly<Partial<Record<Rhythm, string>>> = {
  'first-time': 'First-time',
  'one-time': 'One-time',
  seasonal: 'Quarterly',
  'twice-yearly': 'Twice-a-year',
  quiet: '',
};
/** Habits that stand before what is bought: "Small-basket Wreaths Shopper". */
const SPOKEN_HABITS: Readonly<Partial<Record<Habit, string>>> = {
  'big-basket': 'Big-basket',
  'small-basket': 'Small-basket',
  'home-fitter': 'Try-at-home',
  'premium-shopper': 'High-end',
};

/**
 * A name as a colleague would say it: how often, in which way, of what. Definition: what is called like a rhythm comes last,
 * else whoever buys Christmas wreaths in May would be a "Christmas Wreaths Shopper". Empty case: nothing is said of no subject.
 *
 * @example spokenName('seasonal', 'Gifts & Home', 'small-basket') // => 'Quarterly Small-basket Gifts & Home Shopper'
 * @example spokenName('yearly', 'Christmas Wreaths', 'shopper') // => 'Yearly Shopper of Christmas Wreaths'
 */
export function spokenName(rhythm: Rhythm, subject: string, habit: Habit): string {
  const before = SPOKEN_HABITS[habit] ?? '';
  const who = before === '' ? capitals(habit) : 'Shopper';
  const words = [
    SPOKEN_RHYTHMS[rhythm] ?? capitals(rhythm),
    before,
    ...(SOUNDS_LIKE_RHYTHM.test(subject) ? [who, 'of', subject] : [subject, who]),
  ];
  return words.filter((word) => word !== '').join(' ');
}

/** What is bought, where its name would be read as how often. */
const SOUNDS_LIKE_RHYTHM = new RegExp(
  `^(?:${[...RHYTHMS, ...Object.values(SPOKEN_RHYTHMS).filter((word) => word !== '')].join('|')})\\b`,
  'i',
);
/** "yearly-shopper-of-christmas-wreaths-2", in its parts. */
const OF_SUBJECT = new RegExp(`^(.+-|)(${HABITS.join('|')})-of-(.+?)(-\\d+|)$`);

function capitals(id: string): string {
  return id.split('-').map(startingSentence).join(' ');
}

/**
 * Working name of an id that was made of a draft, in the letters of the exports. Definition: the draft's name, with the
 * number that made the id unique; without one the id's own words. Empty case: no names.
 *
 * @example spelledName('seasonal-vetements-shopper-2', new Map([['seasonal-vetements-shopper', 'Quarterly Vêtements Shopper']])) // => 'Quarterly Vêtements Shopper 2'
 */
export function spelledName(id: string, names: ReadonlyMap<string, string>): string {
  const [, wanted = '', number = ''] = /^(.*?)(-\d+)?$/.exec(id) ?? [];
  const name = names.get(wanted);
  return names.get(id) ?? (name === undefined ? workingName(id) : name + number.replace('-', ' '));
}

const BEGINS_WITH_RHYTHM = new RegExp(`^(?:${RHYTHMS.join('|')})-`);
const ENDS_WITH_HABIT = new RegExp(`(?:^|-)(?:${HABITS.join('|')})(?:-\\d+)?$`);

/**
 * The id that a working name is made of.
 *
 * @example nameId('Quarterly Shopper') // => 'seasonal-shopper'
 * @example nameId('Quarterly Vêtements Shopper') // => 'seasonal-vetements-shopper'
 * @example nameId('Jeans Deal Finder') // => 'quiet-jeans-deal-finder'
 * @example nameId('Twice-a-year Small-basket Gifts & Home Shopper') // => 'twice-yearly-gifts-home-small-basket'
 * @example nameId('Shopper of Christmas Wreaths') // => 'quiet-christmas-wreaths-shopper'
 */
export function nameId(name: string): string {
  let words = wordsOf(name);
  for (const [rhythm, spoken] of Object.entries(SPOKEN_RHYTHMS)) {
    if (spoken !== '') words = words.replace(new RegExp(`^${spoken.toLowerCase()}-`), `${rhythm}-`);
  }
  const id = withHabitLast(words);
  return BEGINS_WITH_RHYTHM.test(words) || !ENDS_WITH_HABIT.test(id) ? id : `quiet-${id}`;
}

/**
 * Ids that a name may be made of – a category can begin like a rhythm. Definition: as `nameId` reads it, then with all
 * before the habit as what is bought; once where both are one.
 *
 * @example nameReadings('Christmas Wreaths Shopper') // => ['christmas-wreaths-shopper', 'quiet-christmas-wreaths-shopper']
 * @example nameReadings('Wreaths Shopper') // => ['quiet-wreaths-shopper']
 */
export function nameReadings(name: string): string[] {
  return [...new Set([nameId(name), `quiet-${withHabitLast(wordsOf(name))}`])];
}

function wordsOf(name: string): string {
  return nameSlug(name) ?? '';
}

/** What a name says of somebody's habit, at the end, as in an id. */
function withHabitLast(words: string): string {
  let id = words.replace(OF_SUBJECT, '$1$3-$2$4');
  for (const [habit, spoken] of Object.entries(SPOKEN_HABITS)) {
    const form = new RegExp(`^(.+-|)${spoken.toLowerCase()}-(.+-|)shopper(-\\d+|)$`);
    id = id.replace(form, `$1$2${habit}$3`);
  }
  return id;
}
