import type { EvidenceGrade } from '#core/schemas/insight.ts';
import type { SampleRatio } from '#core/statistics/sample-ratio.ts';

/** How people came into the arms, as far as the export says. */
export interface CampaignDesign {
  /** `randomised`, another word, or null when the export does not say. */
  assignment: string | null;
  /** There were arms, but the export shows one row for all. */
  collapsed: boolean;
  arms: number;
  hasControl: boolean;
  ratio: SampleRatio | null;
}

/**
 * Evidence grade – how far the result can be trusted to say what caused it, and why.
 * Definition: A split at random without sample ratio mismatch; B a comparison group at the same time, not at random;
 * C groups side by side that nobody says were comparable, or a random split whose sizes contradict it; D no
 * comparison.
 * Source: this portal, after the levels of evidence of trials, controlled and uncontrolled comparisons.
 * Empty case: no arms is D.
 * @example evidenceGrade({ assignment: null, collapsed: true, arms: 1, hasControl: false, ratio: null }).grade // => 'D'
 */
export function evidenceGrade(design: CampaignDesign): { grade: EvidenceGrade; reason: string } {
  const { assignment, collapsed, arms, hasControl, ratio } = design;
  if (collapsed) {
    return {
      grade: 'D',
      reason: 'There were several variants, but the export shows one row for all of them.',
    };
  }
  if (arms < 2) return { grade: 'D', reason: 'There is one group and nothing to compare it with.' };
  if (assignment === 'randomised') {
    return ratio?.mismatch
      ? {
          grade: 'C',
          reason:
            'The groups were to be split at random, but their sizes differ more than chance allows: something sorted people.',
        }
      : { grade: 'A', reason: 'People were split into the groups at random.' };
  }
  const unsaid =
    assignment === null
      ? 'The export does not say how people came into the groups'
      : 'People did not come into the groups at random';
  return hasControl
    ? {
        grade: 'B',
        reason: `${unsaid}, but a comparison group of the same time was kept.`,
      }
    : { grade: 'C', reason: `${unsaid}; they may have differed before the campaign.` };
}
