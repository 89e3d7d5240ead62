/** Customers whom the same thing should be said to, found anew from the orders each time. */
export interface Audience {
  /** Also the name of its list: "second-purchase-due.csv". */
  id: string;
  label: string;
  /** Who belongs to it, so that anybody can check it. */
  definition: string;
}

/** The numbers behind the definitions; a change here changes words and lists together. */
export const AUDIENCE_RULES = {
  newDays: 7,
  secondPurchase: { fromDays: 20, toDays: 90 },
  /** First and last day of the Christmas season, as MM-DD. */
  christmas: { from: '11-15', to: '12-31' },
  oneBrand: { share: 0.8, pieces: 5 },
  formerlyHappy: { orders: 3, gaps: 2, days: 180 },
  hero: { share: 0.01, orders: 3, months: 24 },
} as const;

const { newDays, secondPurchase, oneBrand, formerlyHappy, hero } = AUDIENCE_RULES;
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** In the order in which they are shown: what is most urgent first. */
export const AUDIENCES = [
  {
    id: 'new',
    label: 'New',
    definition: `First purchase within the last ${newDays} days`,
  },
  {
    id: 'second-purchase-due',
    label: 'Second purchase due',
    definition: `First purchase ${secondPurchase.fromDays} to ${secondPurchase.toDays} days ago, and none on another day`,
  },
  {
    id: 'last-christmas',
    label: 'Last Christmas and not since',
    definition: 'Bought from 15 November to 31 December of last year, and nothing after it',
  },
  {
    id: 'one-brand',
    label: 'One-brand lovers',
    definition: `At least ${percent(oneBrand.share)} of all their pieces, and of at least ${oneBrand.pieces}, are of one brand`,
  },
  {
    id: 'formerly-happy',
    label: 'Inactive but formerly happy',
    definition: `At least ${formerlyHappy.orders} orders, and none for ${formerlyHappy.gaps} times their usual gap and at least ${formerlyHappy.days} days`,
  },
  {
    id: 'hero',
    label: 'Heroes',
    definition: `The first ${percent(hero.share)} of buyers by net revenue of the last ${hero.months} months, of those with at least ${hero.orders} orders in them`,
  },
] as const satisfies readonly Audience[];
export type AudienceId = (typeof AUDIENCES)[number]['id'];
