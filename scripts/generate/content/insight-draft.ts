import type { InsightResult } from '#core/schemas/insight.ts';
import type { ContentFile } from './content-file.ts';
import { isPosted } from '#core/insights/posted.ts';
import { draftMdx } from './draft-mdx.ts';
import { invitation } from './invitation.ts';

/** Longest title of a learning; a campaign's name may be longer. */
const TITLE_LENGTH = 140;

/**
 * The page that people continue. The campaign's name stands in the frontmatter only, where it is a value: in the text
 * it could be code. Sentences about harm are claims: they appear when the figures say so.
 */
export function insightDraft(result: InsightResult): ContentFile {
  return {
    path: `insights/${result.id}.mdx`,
    kind: 'draft',
    text: draftMdx(
      {
        title: shortened(result.campaign),
        kind: 'campaign',
        date: result.startedOn ?? result.asOf,
        status: 'draft',
        decision: 'open',
      },
      [`<Result id="${result.id}" />`, ...comparison(result), ...PROMPTS].join('\n\n'),
    ),
  };
}

function comparison({ verdict, channel }: InsightResult): string[] {
  if (verdict === 'not-compared') return [];
  return [
    '<Chart id="variants" />',
    '<Chart id="differences" />',
    '## What it cost',
    claim(
      'not sureUnsubscribeDifference == 0',
      'Of the two groups compared, clearly more people unsubscribed in “<Fact is="moreUnsubscribesIn" />”.',
    ),
    claim(
      'sureUnsubscribeDifference == 0',
      'Of the two groups compared, neither had clearly more people who unsubscribed.',
    ),
    ...(isPosted(channel) ? [] : COMPLAINTS),
  ];
}

const COMPLAINTS = [
  claim(
    'complaintRate >= 0.003',
    'Spam complaints reached the line that mailbox providers ask never to reach, in “<Fact is="mostComplaintsIn" />”.',
  ),
  claim(
    'complaintRate >= 0.001 and complaintRate < 0.003',
    'Spam complaints were above the target of mailbox providers, in “<Fact is="mostComplaintsIn" />”.',
  ),
  claim(
    'complaintRate < 0.001 and complaintRateAtMost >= 0.001',
    'Spam complaints came out below the target of mailbox providers, but that could be chance.',
  ),
  claim(
    'complaintRateAtMost < 0.001',
    'Spam complaints stayed below the target of mailbox providers.',
  ),
];

const PROMPTS = [
  '## What we learned',
  invitation('Say it as a claim that somebody could disagree with, and why you believe it.'),
  '## What we will do next',
  invitation('Name what changes because of it, who does it, and when we look again.'),
];

function claim(when: string, sentence: string): string {
  return `<Claim when="${when}">\n  ${sentence}\n</Claim>`;
}

function shortened(name: string): string {
  const characters = [...name.replaceAll(/\s+/g, ' ').trim()];
  return characters.length <= TITLE_LENGTH
    ? characters.join('')
    : `${characters.slice(0, TITLE_LENGTH - 2).join('')}…`;
}
