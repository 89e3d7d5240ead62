type Answers = readonly (readonly [string, number])[];

/** How customers of a kind describe themselves when asked: the portrait's context, appended after the clusters. */
export interface SurveyProfile {
  age: Answers;
  household: Answers;
  work: Answers;
  home: Answers;
  why: Answers;
}

export const SURVEY_PROFILES: Readonly<Record<string, SurveyProfile>> = {
  'brand-enthusiast': {
    age: [
      ['35-44', 6],
      ['25-34', 3],
      ['45-54', 2],
    ],
    household: [
      ['married or partnered', 7],
      ['single', 2],
      ['family with children', 2],
    ],
    work: [
      ['finance', 6],
      ['technology', 2],
      ['health care', 2],
    ],
    home: [
      ['city apartment', 7],
      ['townhouse', 2],
      ['suburban house', 1],
    ],
    why: [
      ['quality for the price', 7],
      ['the fit never changes', 3],
      ['new washes each month', 1],
    ],
  },
  'power-shopper': {
    age: [
      ['35-44', 5],
      ['45-54', 4],
      ['25-34', 2],
    ],
    household: [
      ['single', 7],
      ['married or partnered', 3],
    ],
    work: [
      ['sales', 6],
      ['law', 2],
      ['consulting', 2],
    ],
    home: [
      ['suburban condominium', 7],
      ['city apartment', 3],
    ],
    why: [
      ['my preferences are remembered', 6],
      ['one order for the season', 4],
      ['travels well', 2],
    ],
  },
  'gift-giving-grandparent': {
    age: [
      ['65 and older', 8],
      ['55-64', 3],
    ],
    household: [
      ['lives alone', 6],
      ['married or partnered', 4],
    ],
    work: [
      ['retired', 9],
      ['part time', 1],
    ],
    home: [
      ['assisted living', 6],
      ['suburban house', 3],
      ['country house', 1],
    ],
    why: [
      ['gifts for my grandchildren', 7],
      ['wrapped with a note', 3],
      ['somebody answers the phone', 2],
    ],
  },
  'voucher-saver': {
    age: [
      ['25-34', 4],
      ['18-24', 4],
      ['35-44', 2],
    ],
    household: [
      ['shared flat', 4],
      ['single', 4],
      ['family with children', 2],
    ],
    work: [
      ['student', 4],
      ['retail', 3],
      ['office', 3],
    ],
    home: [
      ['city apartment', 5],
      ['shared house', 4],
    ],
    why: [
      ['a good voucher', 8],
      ['price', 3],
    ],
  },
  'fit-seeker': {
    age: [
      ['25-34', 5],
      ['35-44', 4],
      ['45-54', 1],
    ],
    household: [
      ['married or partnered', 5],
      ['single', 4],
    ],
    work: [
      ['design', 3],
      ['teaching', 4],
      ['health care', 3],
    ],
    home: [
      ['city apartment', 5],
      ['suburban house', 4],
    ],
    why: [
      ['trying on at home', 6],
      ['easy returns', 5],
    ],
  },
  'christmas-visitor': {
    age: [
      ['45-54', 4],
      ['35-44', 3],
      ['55-64', 3],
    ],
    household: [
      ['married or partnered', 6],
      ['family with children', 4],
    ],
    work: [
      ['office', 5],
      ['trades', 3],
      ['public service', 3],
    ],
    home: [
      ['suburban house', 6],
      ['country house', 3],
    ],
    why: [
      ['a present for somebody', 8],
      ['recommended by a friend', 2],
    ],
  },
  'expedition-planner': {
    age: [
      ['35-44', 4],
      ['25-34', 4],
      ['45-54', 3],
    ],
    household: [
      ['single', 5],
      ['married or partnered', 5],
    ],
    work: [
      ['engineering', 5],
      ['research', 3],
      ['public service', 2],
    ],
    home: [
      ['country house', 5],
      ['city apartment', 4],
    ],
    why: [
      ['gear that lasts', 7],
      ['advice in the store', 5],
    ],
  },
  'family-restocker': {
    age: [
      ['35-44', 7],
      ['25-34', 4],
    ],
    household: [
      ['family with children', 9],
      ['single parent', 2],
    ],
    work: [
      ['teaching', 3],
      ['part time', 4],
      ['health care', 3],
    ],
    home: [
      ['suburban house', 7],
      ['townhouse', 3],
    ],
    why: [
      ['everything for the kids at once', 7],
      ['quick on the phone', 4],
    ],
  },
};
