import type { KpiDefinition } from '#core/kpis/kpi-definition.ts';
import type { Kpi } from '#core/schemas/kpi.ts';
import type { ContentFile } from './content-file.ts';
import { draftMdx } from './draft-mdx.ts';
import { invitation } from './invitation.ts';

/**
 * The page that people continue: the figure with its passport where there is one, that of a year before without a word on which is better
 * (the difference can be chance), and room for knowledge.
 */
export function kpiDraft(kpi: Kpi, definition?: KpiDefinition): ContentFile {
  return {
    path: `kpis/${kpi.id}.mdx`,
    kind: 'draft',
    text: draftMdx(
      {
        title: kpi.label,
        ...(definition ? { synonyms: definition.synonyms, order: definition.order } : {}),
      },
      [
        '<Claim when="current >= 0">\n  It stands at <Fact is="current" />.\n</Claim>',
        '<Claim when="yearAgo > 0">\n  A year before it was <Fact is="yearAgo" />.\n</Claim>',
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
