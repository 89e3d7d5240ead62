import { basename } from 'node:path';

/** What the cards of Google Ads' overview hold of which no campaign and no day is known. */
const CARDS: Record<string, string> = {
  devices: 'devices',
  networks: 'networks',
  demographics: 'age and gender',
  'day_&_hour': 'weekdays and hours',
  locations: 'places',
  searches: 'searches and their words',
  biggest_changes: 'the biggest changes',
  optimisation_score: 'the optimisation score',
  optimization_score: 'the optimisation score',
  auction_insights: 'other advertisers',
};

/** "Devices(2026.02.05-2026.02.10).csv", "Searches(Word_2026.02.05).csv". */
const CARD_NAME = /^([\w&]+)\(\w*?\d{4}\.\d\d\.\d\d/;

/** Why a card of the overview is not read, by the name of its file; null: it is none of these. */
export function whyCardUnread(path: string): string | null {
  const card = CARD_NAME.exec(basename(path))?.[1]?.toLowerCase() ?? '';
  const holds = CARDS[card];
  if (holds === undefined) return null;
  return `A card of Google Ads' overview with ${holds}: no figure needs it, and its costs and clicks stand in the campaign report; download Campaigns → Download, best with Segment → Time → Day`;
}
