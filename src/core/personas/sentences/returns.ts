import { fact, say, type StorySlot } from '../story-slot.ts';

/** What they send back, why, and what comes of it. What sounds like much or little is not clearly the other beside the average. */
export const SENT_BACK: readonly StorySlot[] = [
  [
    say('returnRate == 0', 'Nothing that they ordered has come back.'),
    say(
      'returnRate >= 0.4 and returnRateTimes >= 0.8',
      `Much of what we pack for them we see again: ${fact('returnRate')} of the pieces come back.`,
    ),
    say(
      'returnRate >= 0.2 and returnRateTimes >= 0.8',
      `They send a good part back: ${fact('returnRate')} of the pieces.`,
    ),
    say(
      'returnRate >= 0.09 and returnRate < 0.25',
      `Now and then something comes back: ${fact('returnRate')} of the pieces.`,
    ),
    say(
      'returnRate < 0.035 and returnRateTimes <= 1.25',
      `Next to nothing comes back: ${fact('returnRate')} of the pieces.`,
    ),
    say(
      'returnRate < 0.1 and returnRateTimes <= 1.25',
      `They keep nearly all they order: only ${fact('returnRate')} of the pieces come back.`,
    ),
    say('returnRate > 0', `Of the pieces they order, ${fact('returnRate')} come back.`),
  ],
  [
    say(
      'returnRateTimes >= 1.5',
      `Piece for piece, they send back ${fact('returnRateTimes')} as much as our average customer.`,
    ),
    say(
      'returnRateTimes >= 0.4 and returnRateTimes <= 0.6',
      'Our average customer sends back about twice as much.',
    ),
  ],
  [
    say(
      'distinctReturnReasonShare >= 0.1 and distinctReturnReasonTimes > 1 and returnRate >= 0.03',
      `One reason they give more than others do, “${fact('distinctReturnReason')}”: ${fact('distinctReturnReasonShare')} of what they send back, ${fact('distinctReturnReasonTimes')} the share it has among all our customers.`,
    ),
  ],
  [
    say(
      'exchangeShare >= 0.25',
      `A good part of what comes back is exchanged: ${fact('exchangeShare')} of it.`,
    ),
    say(
      'exchangeShare < 0.08 and returnRate >= 0.05',
      `Most of it is not exchanged for something else: ${fact('exchangeShare')} is.`,
    ),
  ],
  [
    say(
      'boughtAgainAfterReturn >= 0.6 and returnRate >= 0.08',
      `Sending something back is not goodbye: of those who did so, ${fact('boughtAgainAfterReturn')} have ordered again.`,
    ),
    say(
      'boughtAgainAfterReturn <= 0.35 and repeatShare >= 0.35',
      `After sending something back, few stay with us: of those who did so, ${fact('boughtAgainAfterReturn')} have ordered again.`,
    ),
  ],
];
