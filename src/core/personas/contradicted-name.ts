import { holdsThroughout } from '#core/claims/holds-throughout.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { OTHER_PART, type Breakdown, type Persona } from '#core/schemas/persona.ts';
import { MARKED_SHARE, NAMED_SPLITS, type NamedBehaviour } from './name-persona.ts';
import { nameSubject } from './name-subject.ts';
import { rhythmAgainst } from './rhythm-limits.ts';
import { HABITS, nameReadings, RHYTHMS, type Habit, type Rhythm } from './working-name.ts';

/**
 * The Claim that contradicts a word of a name: the figure that gave it reaches not even half of its limit (for a rhythm
 * also twice the next one's), most of those who "ordered once" came back, a size lies on the other side of the average. Nearer to the limit a name stays: it must
 * not move with the figures.
 */
const RHYTHMS_AGAINST: Readonly<Record<Rhythm, string>> = {
  christmas: 'holidayShare < 0.3',
  'first-time': 'repeatShare > 0.5 or recencyDays >= 730',
  'one-time': 'repeatShare > 0.5',
  occasional: 'repeatShare >= 0.75',
  weekly: rhythmAgainst('weekly'),
  frequent: rhythmAgainst('frequent'),
  monthly: rhythmAgainst('monthly'),
  regular: rhythmAgainst('regular'),
  seasonal: rhythmAgainst('seasonal'),
  'twice-yearly': rhythmAgainst('twice-yearly'),
  yearly: rhythmAgainst('yearly'),
  quiet: '',
};
const HABITS_AGAINST: Readonly<Record<Habit, string>> = {
  'gift-giver': 'giftShare < 0.25',
  'home-fitter': 'returnRate < 0.15',
  'deal-finder': 'discountShare < 0.3',
  loyalist: 'topBrandShare < 0.275 or repeatShare < 0.25',
  'big-basket': 'averageOrderValueTimes < 1 and itemsPerOrderTimes < 1',
  'small-basket': 'averageOrderValueTimes > 1 and itemsPerOrderTimes > 1',
  'premium-shopper': 'unitPriceTimes < 1',
  shopper: '',
};
/** The share of a category that a name is made of is at least twice this. */
const SMALLEST_SUBJECT = MARKED_SHARE / 2;

const NAME = new RegExp(`^(${RHYTHMS.join('|')})-(?:(.+?)-)??(${HABITS.join('|')})(?:-\\d+)?$`);

/**
 * Whether a Portrait found in purchases is called what its figures contradict – for the report and its page. Definition: as
 * `isNameContradicted`; a name is the program's where it is still the working one. Source: docs/decisions/019. Portraits of
 * other origin were named by people or another tool: never.
 *
 * @param name what the Portrait is called now
 * @example contradictsItsName({ origin: 'written', workingName: 'Monthly Shopper', facts: [], breakdowns: [], distinguishing: [] }, 'Monthly Shopper') // => false
 */
export function contradictsItsName(
  persona: Pick<Persona, 'origin' | 'workingName'> & NamedBehaviour,
  name: string,
): boolean {
  return (
    persona.origin === 'segmentation' &&
    isNameContradicted(name, persona, { isGiven: name === persona.workingName })
  );
}

/**
 * Whether the figures contradict a working name – so that "Shirts Shopper" does not go on for people who buy shoes.
 * Definition: what a word of the name stands for is not even half true, throughout the interval of its figure; a
 * category, brand or channel, when it takes less than a tenth. A name that can be read in two ways ("Monthly Box Shopper") is
 * contradicted when both are. Source: docs/decisions/019. Figures that are not known contradict nothing, and names that the
 * program did not make are never contradicted.
 *
 * @param isGiven whether the program gave the name: without a word for the rhythm nobody can tell it from people's own, "Friendly Shopper"
 * @example isNameContradicted('Monthly Shopper', { facts: [], breakdowns: [], distinguishing: [] }, { isGiven: false }) // => false
 */
export function isNameContradicted(
  name: string,
  behaviour: NamedBehaviour,
  { isGiven }: { isGiven: boolean },
): boolean {
  const readings = readingsOf(name, behaviour.breakdowns);
  const saysRhythm = readings[0]?.rhythm !== 'quiet' || /^quiet\b/i.test(name);
  return (
    readings.length > 0 &&
    (isGiven || saysRhythm) &&
    readings.every(
      ({ rhythm, subject, habit }) =>
        [RHYTHMS_AGAINST[rhythm], HABITS_AGAINST[habit]].some(
          (claim) => claim && holdsThroughout(parseClaim(claim), behaviour.facts),
        ) ||
        (subject !== undefined && isHardlyBought(subject, behaviour.breakdowns)),
    )
  );
}

interface NameParts {
  rhythm: Rhythm;
  subject: string | undefined;
  habit: Habit;
}

/** "Christmas Wreaths Shopper": of wreaths at Christmas, or at any time of what the shop lists as Christmas wreaths. */
function readingsOf(name: string, breakdowns: Persona['breakdowns']): NameParts[] {
  const listed = NAMED_SPLITS.flatMap((split) => rowsOf(breakdowns, split)).map(({ label }) =>
    nameSubject(label),
  );
  return nameReadings(name).flatMap((id, index) => {
    const [, rhythm, subject, habit] = NAME.exec(id) ?? [];
    if (rhythm === undefined || (index > 0 && !listed.includes(subject ?? null))) return [];
    return [{ rhythm: rhythm as Rhythm, subject, habit: habit as Habit }];
  });
}

/** A part that no split lists is nobody's, or a category in "Other". */
function isHardlyBought(subject: string, breakdowns: Persona['breakdowns']): boolean {
  const own = NAMED_SPLITS.flatMap((split) => rowsOf(breakdowns, split)).filter(
    ({ label }) => nameSubject(label) === subject,
  );
  if (own.length > 0) return own.every(({ share }) => share !== null && share < SMALLEST_SUBJECT);
  const categories = rowsOf(breakdowns, 'categories');
  const other = categories.find(({ label }) => label === OTHER_PART);
  const rest = other ? other.share : 0;
  return categories.length > 0 && rest !== null && rest < SMALLEST_SUBJECT;
}

function rowsOf(breakdowns: Persona['breakdowns'], split: string): Breakdown['rows'] {
  return breakdowns.find(({ id }) => id === split)?.rows ?? [];
}
