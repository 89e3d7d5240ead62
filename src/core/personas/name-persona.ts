import { holdsThroughout } from '#core/claims/holds-throughout.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { OTHER_PART, type Persona } from '#core/schemas/persona.ts';
import { subjectWords, type Subject } from './name-subject.ts';
import { yearlyRhythm } from './rhythm-limits.ts';
import { spokenName, workingName, type Habit, type Rhythm } from './working-name.ts';

/** How the program describes a Portrait until people do. */
export interface PersonaDraftName {
  /** Wanted id; the caller makes it unique. */
  id: string;
  /** Ids for when another Portrait has the wanted one: the same with the brand or way of buying that sets them apart. */
  otherIds: string[];
  /** Working names of those ids, as a colleague would say them, in the letters of the exports. */
  names: ReadonlyMap<string, string>;
}

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
