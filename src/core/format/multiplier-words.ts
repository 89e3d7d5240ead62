import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { formatValue } from './format-value.ts';
import type { Formats } from './formats.ts';

/** Within so much of the average nobody would see a difference. */
const ALIKE = 0.05;
/** From here on "nearly" says it; no part of the whole is as plain. */
const NEARLY = 0.87;
/** Below, no part has a name that one pictures. */
const LEAST = 0.09;
/** How far from a part, as a logarithm, one still says it without a word before it, and with "about". */
const EXACT = 0.02;
const ABOUT = 0.06;

const PARTS = [
  ['tenth', 1 / 10],
  ['eighth', 1 / 8],
  ['seventh', 1 / 7],
  ['sixth', 1 / 6],
  ['fifth', 1 / 5],
  ['quarter', 1 / 4],
  ['threeTenths', 3 / 10],
  ['third', 1 / 3],
  ['twoFifths', 2 / 5],
  ['half', 1 / 2],
  ['threeFifths', 3 / 5],
  ['twoThirds', 2 / 3],
  ['threeQuarters', 3 / 4],
  ['fourFifths', 4 / 5],
] as const;

/**
 * A multiplier as people say it – "half as often" and not "0.5× as often"; the words before "as often".
 * Definition: above one the figure; within 5 % of one "about"; below, the nearest part with a name, with "about" up to
 * 6 % away from it and "just over" or "just under" beyond; under a tenth "less than a tenth". The exact figure stands
 * in the passport.
 * Empty case: a multiplier that is negative or not finite is a bug of the caller and throws.
 * @example multiplierWords(4.1, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => '4.1×'
 * @example multiplierWords(0.52, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => 'about half'
 */
export function multiplierWords(times: number, formats: Formats): string {
  if (!Number.isFinite(times) || times < 0) {
    throw new RangeError(`Cannot say the multiplier ${times}; expected zero or more`);
  }
  const { multipliers } = wordsOf(formats);
  if (Math.abs(times - 1) < ALIKE) return multipliers.about;
  if (times > 1) return formatValue(times, 'times', formats);
  if (!isNamedPart(times)) return multipliers.nearly;
  if (times < LEAST) return multipliers.least;
  const [name, part] = nearestPart(times);
  return filled(multipliers[nearness(Math.log(times / part))], { part: multipliers[name] });
}

/** How a multiplier is said that lies so far from a part, on the scale of logarithms. */
function nearness(distance: number): 'exact' | 'near' | 'over' | 'under' {
  if (Math.abs(distance) <= EXACT) return 'exact';
  if (Math.abs(distance) <= ABOUT) return 'near';
  return distance > 0 ? 'over' : 'under';
}

/**
 * Whether a multiplier is said as a part: "a quarter *of* the average".
 * Definition: below 0.87, from where on "nearly" says it.
 * Empty case: zero is a part.
 * @example isNamedPart(0.28) // => true
 */
export function isNamedPart(times: number): boolean {
  return times < NEARLY;
}

/**
 * The same where nothing comes after it, beside a label such as "Orders a year against the average".
 * Definition: as `multiplierWords`; what is nearly or about one is said to be the same.
 * Empty case: as `multiplierWords`.
 * @example multiplierAlone(0.97, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }) // => 'about the same'
 */
export function multiplierAlone(times: number, formats: Formats): string {
  const { multipliers } = wordsOf(formats);
  const said = multiplierWords(times, formats);
  if (said === multipliers.about) return multipliers.same;
  return said === multipliers.nearly ? multipliers.nearlySame : said;
}

function nearestPart(times: number): (typeof PARTS)[number] {
  const distance = ([, part]: (typeof PARTS)[number]): number => Math.abs(Math.log(times / part));
  return PARTS.reduce((best: (typeof PARTS)[number], one) =>
    distance(one) < distance(best) ? one : best,
  );
}
