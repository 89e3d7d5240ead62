import { holdsThroughout } from '#core/claims/holds-throughout.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { startingSentence } from '#core/language/first-letter.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { OTHER_PART, type Persona } from '#core/schemas/persona.ts';
import { plainLetters } from '#core/format/plain-letters.ts';
import { entrySlug } from './entry-slug.ts';
import { yearlyRhythm } from './rhythm-limits.ts';

/** How the program describes a Portrait until people do. */
export interface PersonaDraftName {
  /** Wanted id; the caller makes it unique. */
  id: string;
  /** Ids for when another Portrait has the wanted one: the same with the brand or way of buying that sets them apart. */
  otherIds: string[];
  /** Working names of those ids, as a colleague would say them, in the letters of the exports. */
  names: ReadonlyMap<string, string>;
}

/** Only the words of a category that fit into a name. */
const LONGEST_SUBJECT = 24;
/** With a number behind it a name fits where names stand; a longer one is the words of its id. */
const LONGEST_NAME = 56;
/** A category with this share of the spending is what they come for … */
const MAIN_SHARE = 0.4;
/** … and so is a smaller one that others hardly buy. */
export const MARKED_SHARE = 0.2;
const MARKED_LIFT = 3;
/** A category that hardly leads the next one is not what they come for. */
const CLEAR_LEAD = 1.25;
/** So many times the average order, items or price are a habit. */
const MARKEDLY_MORE = 1.4;
/** … and so is so little of it. */
const MARKEDLY_LESS = 0.6;
/** Whoever was here last so long ago is not new any more. */
const LONG_AGO_DAYS = 365;
/** Of a season nobody is called who may as well place most of their orders at other times. */
const MOSTLY_HOLIDAYS = parseClaim('holidayShare > 0.5');
/** A category that takes nearly as much of everybody's spending says nothing about these. */
const SMALLEST_LIFT = 1.2;

/** The splits that a name is made of: what is bought, and where two would have one name, of whom and where. */
export const NAMED_SPLITS = ['categories', 'brands', 'channels'] as const;

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

/** What a name is drawn from. */
export type NamedBehaviour = Pick<Persona, 'facts' | 'breakdowns' | 'distinguishing'>;

/**
 * Id of a new Portrait – says how somebody buys: how often, what, and in which way. Definition: a word for the rhythm,
 * the category that takes at least 40 % of the spending (or 20 % and three times the share among all), and the habit
 * that stands out most. Only a category that clearly leads, and that others buy less, is named. Never from demographics, and no gender. Source: the limits below, the same as in the drafted
 * story. Facts that are not known lead to plainer words.
 *
 * @example namePersona({ facts: [], breakdowns: [], distinguishing: [] }).id // => 'quiet-shopper'
 */
export function namePersona(behaviour: NamedBehaviour): PersonaDraftName {
  const value = (id: string): number | null => {
    const found = behaviour.facts.find((fact) => fact.id === id)?.value;
    return typeof found === 'number' ? found : null;
  };
  const rhythm = rhythmWord(value, behaviour.facts);
  const habit = habitWord(value, behaviour.distinguishing);
  const subjects = NAMED_SPLITS.map((split) => subjectWord(behaviour.breakdowns, split));
  const drafts = subjects.flatMap((words, index) => {
    if (!words && index > 0) return [];
    const id = [rhythm, ...(words?.slugs ?? []), habit].join('-');
    return [{ id, name: spokenName(rhythm, words?.written ?? '', habit) }];
  });
  const [id = '', ...otherIds] = drafts.map((draft) => draft.id);
  const names = new Map(
    drafts.flatMap((draft) =>
      draft.name === workingName(draft.id) || draft.name.length > LONGEST_NAME
        ? []
        : [[draft.id, draft.name] as const],
    ),
  );
  return { id, otherIds, names };
}

type Value = (id: string) => number | null;

function rhythmWord(value: Value, facts: readonly Fact[]): Rhythm {
  const orders = value('ordersPerYear');
  const holiday = value('holidayShare');
  const repeat = value('repeatShare');
  if (holiday !== null && holiday >= 0.6 && holdsThroughout(MOSTLY_HOLIDAYS, facts)) {
    return 'christmas';
  }
  if (repeat !== null && repeat < 0.35) {
    return (value('recencyDays') ?? 0) >= LONG_AGO_DAYS ? 'one-time' : 'first-time';
  }
  // The rhythm of a few is not that of people most of whom have not come back.
  if (repeat !== null && repeat < 0.5) return 'occasional';
  // Whoever ordered once counts as once a year: without knowing who came back, less than two is no rhythm.
  if (orders === null || (repeat === null && orders < 2)) return 'quiet';
  return yearlyRhythm(orders);
}

function habitWord(value: Value, distinguishing: Persona['distinguishing']): Habit {
  const timesAverage = (id: string): number =>
    distinguishing.find(({ fact }) => fact === id)?.timesAverage ?? 1;
  const atLeast = (id: string, limit: number): boolean => (value(id) ?? -Infinity) >= limit;
  if (atLeast('giftShare', 0.5)) return 'gift-giver';
  if (atLeast('returnRate', 0.3)) return 'home-fitter';
  if (atLeast('discountShare', 0.6)) return 'deal-finder';
  if (atLeast('distinctBrandShare', 0.55) && atLeast('repeatShare', 0.5)) {
    return 'loyalist';
  }
  const items = timesAverage('itemsPerOrder');
  // One dear piece fills no basket.
  if (
    items >= MARKEDLY_MORE ||
    (timesAverage('averageOrderValue') >= MARKEDLY_MORE && items >= 1)
  ) {
    return 'big-basket';
  }
  // Before the price of a piece: who buys one dear piece has a small basket still.
  if (timesAverage('averageOrderValue') <= MARKEDLY_LESS) return 'small-basket';
  if (timesAverage('unitPrice') >= MARKEDLY_MORE) return 'premium-shopper';
  return 'shopper';
}

function subjectWord(
  breakdowns: Persona['breakdowns'],
  split: (typeof NAMED_SPLITS)[number],
): Subject | null {
  const rows = (breakdowns.find(({ id }) => id === split)?.rows ?? []).filter(
    ({ label }) => label !== OTHER_PART,
  );
  const leading = rows
    .filter(
      ({ share, shareOfAll }) =>
        share !== null &&
        shareOfAll !== null &&
        ((share >= MAIN_SHARE && share >= SMALLEST_LIFT * shareOfAll) ||
          (share >= MARKED_SHARE && share >= MARKED_LIFT * shareOfAll)),
    )
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const [first, second] = rows.map(({ share }) => share ?? 0).toSorted((a, b) => b - a);
  const leads = (first ?? 0) >= CLEAR_LEAD * (second ?? 0);
  return leads && leading[0] ? subjectWords(leading[0].label) : null;
}

/**
 * A category as a part of a name. Definition: its harmless words in letters without accents, as many as have room. Null where none is left.
 *
 * @example nameSubject('Shirts & Tees') // => 'shirts-tees'
 * @example nameSubject('Weißporzellan') // => 'weissporzellan'
 */
export function nameSubject(category: string): string | null {
  return subjectWords(category)?.slugs.join('-') ?? null;
}

/** A category in plain letters for an id, and as the exports write it for a name. */
interface Subject {
  slugs: string[];
  written: string;
}

/** What stands between two words as people write them: "Gifts & Home". */
const JOINED = /^ ?[&+/] ?$|^-$/;

function subjectWords(category: string): Subject | null {
  const slugs: string[] = [];
  let written = '';
  let between = '';
  for (const part of category.normalize('NFC').split(/([^\p{L}\p{M}\p{N}]+)/u)) {
    const slug = idOf(part);
    if (slug === null) {
      between += part;
      continue;
    }
    if ([...slugs, slug].join('-').length > LONGEST_SUBJECT) break;
    // A word of other alphabets stands in a name as it does in the id.
    const word = /^[\p{Script=Latin}\p{N}]+$/u.test(part) ? part.toLowerCase() : slug;
    if (slugs.length > 0) written += JOINED.test(between) ? between : ' ';
    written += startingSentence(word);
    slugs.push(slug);
    between = '';
  }
  return slugs.length === 0 ? null : { slugs, written };
}

/** An id of a text as every one so far: accents are taken off, and what has no plain letter is spelt. */
function idOf(text: string): string | null {
  return entrySlug(plainLetters(text.normalize('NFKD').replace(/\p{M}/gu, '')));
}

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
 * A name as a colleague would say it: how often, in which way, of what. What is called like a rhythm comes last, else
 * whoever buys Christmas wreaths in May would be a "Christmas Wreaths Shopper".
 */
function spokenName(rhythm: Rhythm, subject: string, habit: Habit): string {
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
  return idOf(name) ?? '';
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
