import { basename } from 'node:path';

/** What the cards of Google Ads' overview hold of which no campaign and no day is known, by the names of their files. */
const CARDS: readonly [name: RegExp, holds: string][] = [
  [/^Devices\(/i, 'devices'],
  [/^Networks\(/i, 'networks'],
  [/^Demographics\(/i, 'age and gender'],
  [/^Day_&_hour\(/i, 'weekdays and hours'],
  [/^Locations\(/i, 'places'],
  [/^Searches\(/i, 'searches and their words'],
  [/^Biggest_changes\(/i, 'the biggest changes'],
  [/^Optimi[sz]ation_score\(/i, 'the optimisation score'],
  [/^Auction_insights\(/i, 'other advertisers'],
];

/** Why a card of the overview ("Devices(2026.02.05-2026.02.10).csv") is not read; null: it is none of these. */
export function whyCardUnread(path: string): string | null {
  const name = basename(path);
  const holds = CARDS.find(([pattern]) => pattern.test(name))?.[1];
  if (holds === undefined) return null;
  return `A card of Google Ads' overview with ${holds}: no figure needs it, and its costs and clicks stand in the campaign report; download Campaigns → Download, best with Segment → Time → Day`;
}
