import { canBeSaid, type StorySentence } from '#core/personas/story-sentence.ts';
import { fact, say } from '#core/personas/story-slot.ts';
import type { Fact } from '#core/schemas/fact.ts';

/** The figure by which an audience concerns a Portrait, as a sentence that holds while it does. */
export const AUDIENCE_SIGNS: Readonly<Record<string, StorySentence>> = {
  hero: say(
    'yearlySpendTimes >= 1.25',
    `One of them spends ${fact('yearlySpend')} a year, ${fact('yearlySpendTimes')} what our average customer does.`,
  ),
  'second-purchase-due': say(
    'secondPurchaseShare > 0 and secondPurchaseShare < 0.5',
    `Within ninety days only ${fact('secondPurchaseShare')} of them have bought again.`,
  ),
  'last-christmas': say(
    'holidayShare >= 0.22',
    `They place ${fact('holidayShare')} of their orders in November and December.`,
  ),
  'formerly-happy': say(
    'recencyDays >= 180 and repeatShare >= 0.35',
    `They came back before, and for half of them the last order was ${fact('recencyDays')} ago or more.`,
  ),
  'one-brand': say(
    'topBrandShare >= 0.55',
    `Of what they spend, ${fact('topBrandShare')} goes to ${fact('topBrand')}.`,
  ),
};

/** An audience that concerns a Portrait, and the figure that says so. */
export interface AudienceSign {
  id: string;
  sentence: StorySentence;
}

/**
 * Audiences that concern a Portrait – whom of them to write to. Definition: for each audience one condition on the
 * Portrait's figures, asked throughout their intervals; who is in the audience is counted by person, and of which
 * Portrait these people are is not known here. Source: this portal. No figures: none.
 *
 * @param audiences ids of those that the content has, in its order
 * @example audienceSigns(['hero'], []) // => []
 */
export function audienceSigns(
  audiences: readonly string[],
  facts: readonly Fact[],
): AudienceSign[] {
  return audiences.flatMap((id) => {
    const sentence = AUDIENCE_SIGNS[id];
    return sentence && canBeSaid(sentence, facts) ? [{ id, sentence }] : [];
  });
}
