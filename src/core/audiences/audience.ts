import { formatDayOfYear } from '#core/format/format-day.ts';
import { addDays } from '#core/kpis/calendar.ts';
import type { AudienceSettings } from '#core/schemas/audience-settings.ts';

/**
 * In the order in which they are shown, and in which people get their place when the contact limit leaves room for
 * some of their lists only.
 */
export const AUDIENCE_IDS = [
  'hero',
  'new',
  'second-purchase-due',
  'last-christmas',
  'formerly-happy',
  'one-brand',
  'follow-up-buyers',
  'follow-up-baskets',
] as const satisfies readonly Exclude<keyof AudienceSettings, 'contactLimit'>[];
export type AudienceId = (typeof AUDIENCE_IDS)[number];

/** Audiences that people call: their list comes with a call sheet. */
export const CALLED_AUDIENCES: readonly AudienceId[] = [
  'hero',
  'follow-up-buyers',
  'follow-up-baskets',
];

/** Customers whom the same thing should be said to, found anew from the orders each time. */
export interface Audience {
  /** Also the name of its list: "second-purchase-due.csv". */
  id: AudienceId;
  label: string;
  /** Who belongs to it, so that anybody can check it. */
  definition: string;
  /** The customer's advocate for it; null: nobody is named. */
  advocate: string | null;
  say: string;
  doNotSay: string;
  /** Whoever is not expected to buy yet stays off the list until then. */
  waitForRhythm: boolean;
  /** Day of the year, MM-DD, before which nobody is on the list, because what is said belongs to a season; null: at any time. */
  listedFrom: string | null;
}

/**
 * The audiences in words – a change of a setting changes words and lists together.
 * Definition: each as `audiences` of portal.config.ts sets it; days of the year as the locale writes them.
 * Empty case: there always are all of them; some may have nobody in them.
 * @example describeAudiences.length // => 1
 */
export function describeAudiences(settings: AudienceSettings, locale = 'en-GB'): Audience[] {
  return AUDIENCE_IDS.map((id) => {
    const { advocate = null, say, doNotSay, waitForRhythm } = settings[id];
    const listedFrom = id === 'last-christmas' && waitForRhythm ? seasonListFrom(settings) : null;
    return {
      ...{ id, ...WORDS[id](settings, locale), advocate, say, doNotSay },
      ...{ waitForRhythm, listedFrom },
    };
  });
}

/**
 * A list counts against the contact limit for so many days: made longer before the day on which it is written to, it would only
 * keep others from being written to. Null where that day lies in the year before.
 */
function seasonListFrom({
  contactLimit,
  'last-christmas': season,
}: AudienceSettings): string | null {
  const day = addDays(`${ANY_YEAR}-${season.from}`, -1 - contactLimit.days);
  return day.startsWith(`${ANY_YEAR}-`) ? day.slice('YYYY-'.length) : null;
}

/** A leap year: it has every day that a season can begin on. */
const ANY_YEAR = 2024;

const WORDS: Record<
  AudienceId,
  (settings: AudienceSettings, locale: string) => { label: string; definition: string }
> = {
  hero: ({ hero }) => ({
    label: 'Heroes',
    definition: `The ${percent(hero.share)} of buyers who brought most net revenue in the last ${hero.months} months, if they placed at least ${hero.orders} orders in that time`,
  }),
  new: (settings) => ({
    label: 'New',
    definition: `First purchase within the last ${settings.new.days} days`,
  }),
  'second-purchase-due': ({ 'second-purchase-due': due }) => ({
    label: 'Second purchase due',
    definition: `First purchase ${due.fromDays} to ${due.toDays} days ago, and nothing bought on any day since`,
  }),
  'last-christmas': ({ 'last-christmas': season }, locale) => ({
    label: 'Last Christmas and not since',
    definition: `Bought from ${formatDayOfYear(season.from, { locale })} to ${formatDayOfYear(season.to, { locale })} of last year, and nothing after it`,
  }),
  'formerly-happy': ({ 'formerly-happy': former }) => ({
    label: 'Inactive but formerly happy',
    definition: `At least ${former.orders} orders, but none lately: not for ${former.days} days, nor for ${former.gaps} times their usual gap between orders`,
  }),
  'one-brand': ({ 'one-brand': loyal }) => ({
    label: 'One-brand lovers',
    definition: `At least ${percent(loyal.share)} of all their pieces are of one brand, and they bought ${loyal.pieces} pieces or more`,
  }),
  'follow-up-buyers': ({ 'follow-up-buyers': calls }) => ({
    label: 'Follow-up calls: buyers',
    definition: `A random share, ${percent(calls.share)}, of those whose last purchase was within the last ${calls.days} days`,
  }),
  'follow-up-baskets': ({ 'follow-up-baskets': calls }) => ({
    label: 'Follow-up calls: abandoned baskets',
    definition: `A random share, ${percent(calls.share)}, of those who left a basket within the last ${calls.days} days and have not bought since`,
  }),
};

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
