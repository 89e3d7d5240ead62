import type { KpiDefinition } from '#core/kpis/kpi-definition.ts';
import type { Kpi } from '#core/schemas/kpi.ts';
import type { ContentFile } from './content-file.ts';
import { draftMdx } from './draft-mdx.ts';
import { invitation } from './invitation.ts';

const WORDS = {
  up: { rise: 'That is better than a year before.', fall: 'That is worse than a year before.' },
  down: { rise: 'That is worse than a year before.', fall: 'That is better than a year before.' },
  neutral: { rise: 'That is more than a year before.', fall: 'That is less than a year before.' },
};

/** The page that people continue: the figure with its passport, sentences that follow it, and room for knowledge. */
export function kpiDraft(kpi: Kpi, definition?: KpiDefinition): ContentFile {
  const words = WORDS[kpi.direction];
  return {
    path: `kpis/${kpi.id}.mdx`,
    kind: 'draft',
    text: draftMdx(
      {
        title: kpi.label,
        ...(definition ? { synonyms: definition.synonyms, order: definition.order } : {}),
      },
      [
        'It stands at <Fact is="current" />.',
        `<Claim when="change > 0">\n  ${words.rise}\n</Claim>`,
        `<Claim when="change < 0">\n  ${words.fall}\n</Claim>`,
        '<Chart id="series" />',
        '## Who moves it, and how',
        invitation(
          'Name the team that answers for this figure, and what it does to move it up or down.',
        ),
        '## What we did about it',
        invitation('Name the actions under way, and what came of earlier ones.'),
      ].join('\n\n'),
    ),
  };
}
