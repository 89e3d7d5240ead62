import type { Formats } from '#core/format/formats.ts';
import { unavailableMeasure } from '#core/kpis/kpi-measure.ts';
import type { Comparison, InsightResult, Variant, Verdict } from '#core/schemas/insight.ts';
import { holmAdjusted } from '#core/statistics/holm-adjusted.ts';
import { sampleRatio } from '#core/statistics/sample-ratio.ts';
import { rateBase, type ArmCounts, type RateBase } from './arm-counts.ts';
import { armRate, revenuePerRecipient } from './arm-rate.ts';
import { compareArms } from './compare-arms.ts';
import { evidenceGrade } from './evidence-grade.ts';
import { isPosted } from './posted.ts';
import { referenceArm } from './reference-arm.ts';
import { resultNotes } from './result-notes.ts';
import { headline, verdictSentence } from './verdict-sentence.ts';

/** A campaign's arms and how people came into them. */
export interface Campaign {
  /** As the export names it; on paper nobody complains of spam. */
  channel: string | null;
  assignment: string | null;
  collapsed: boolean;
  arms: readonly ArmCounts[];
}

const CLEAR_P_VALUE = 0.05;

/**
 * Campaign result – what a campaign taught, with its uncertainty and what it cost.
 * Definition: every arm against the reference: orders first (clicks where orders are not counted in all arms), then
 * unsubscribes and, unless it was posted, complaints as guardrails. With several arms, better and worse also need
 * p < 0.05 after Holm's adjustment; guardrails are never adjusted, because missing harm is the worse error. Arms below
 * the floor keep their size alone.
 * Source: Kohavi, Tang & Xu, Trustworthy Online Controlled Experiments (2020).
 * Empty case: collapsed or single-armed campaigns are not compared.
 * @param formats how the portal writes the shares in its notes
 * @example campaignResult({ channel: null, assignment: null, collapsed: true, arms: [] }, 10, { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' }).verdict // => 'not-compared'
 */
export function campaignResult(
  { channel, assignment, collapsed, arms: given }: Campaign,
  floor: number,
  formats: Formats,
): Pick<
  InsightResult,
  'grade' | 'gradeReason' | 'verdict' | 'verdictSentence' | 'variants' | 'comparisons' | 'notes'
> {
  const posted = isPosted(channel);
  const arms = given
    .map((arm) => withoutSmallCounts(arm, floor))
    .map((arm) => (posted ? { ...arm, complaints: null } : arm));
  const base = rateBase(arms);
  const reference = referenceArm(arms);
  // Only a split at random promises sizes.
  const ratio =
    assignment === 'randomised' ? sampleRatio(arms.map(({ recipients }) => recipients ?? 0)) : null;
  const { grade, reason } = evidenceGrade({
    assignment,
    collapsed,
    arms: arms.length,
    hasControl: arms.some(({ isControl }) => isControl),
    ratio,
  });
  const raw =
    collapsed || !reference ? [] : allComparisons(arms, reference, { base, floor, posted });
  const adjusted = adjustedPValues(raw);
  const comparisons = raw.map((comparison) => clearAfterHolm(comparison, adjusted));
  const nameOf = (id: string) => arms.find((arm) => arm.id === id)?.name ?? id;
  return {
    grade,
    gradeReason: reason,
    verdict: overallVerdict(comparisons),
    verdictSentence: collapsed
      ? 'There is no comparison: the export shows all variants of this campaign in one row.'
      : verdictSentence(comparisons, grade, nameOf),
    variants: arms
      .map((arm) => variant(arm, arm === reference && !collapsed, base, floor))
      .map((arm) => (posted ? withoutComplaints(arm) : arm)),
    comparisons,
    notes: resultNotes({ arms, base, ratio, comparisons, adjusted, floor, formats }),
  };
}

function allComparisons(
  arms: readonly ArmCounts[],
  reference: ArmCounts,
  { base, floor, posted }: { base: RateBase; floor: number; posted: boolean },
): Comparison[] {
  const primary = arms.every(({ orders }) => orders !== null) ? 'order' : 'click';
  const harms: Comparison['metric'][] = posted ? ['unsubscribe'] : ['unsubscribe', 'complaint'];
  return arms
    .filter((arm) => arm !== reference)
    .flatMap((arm) => [
      compareArms(arm, reference, { metric: primary, role: 'primary', base, floor }),
      ...harms.map((metric) =>
        compareArms(arm, reference, { metric, role: 'guardrail', base, floor }),
      ),
    ]);
}

function adjustedPValues(comparisons: readonly Comparison[]): Map<string, number> {
  const tested = comparisons.flatMap(({ role, variant, pValue }) =>
    role === 'primary' && pValue !== null ? [{ variant, pValue }] : [],
  );
  const adjusted = holmAdjusted(tested.map(({ pValue }) => pValue));
  return new Map(tested.map(({ variant }, i) => [variant, adjusted[i] ?? 1]));
}

/** A single comparison goes by its interval alone. */
function clearAfterHolm(comparison: Comparison, adjusted: ReadonlyMap<string, number>): Comparison {
  const holds = (adjusted.get(comparison.variant) ?? 1) < CLEAR_P_VALUE;
  const isClear = comparison.verdict === 'better' || comparison.verdict === 'worse';
  return comparison.role === 'primary' && adjusted.size > 1 && isClear && !holds
    ? { ...comparison, verdict: 'no-clear-difference' }
    : comparison;
}

function overallVerdict(comparisons: readonly Comparison[]): Verdict {
  return headline(comparisons.filter(({ role }) => role === 'primary'))?.verdict ?? 'not-compared';
}

function variant(
  { isControl: _, recipients, ...arm }: ArmCounts,
  isReference: boolean,
  base: RateBase,
  floor: number,
): Variant {
  const counts = { ...arm, isControl: isReference, recipients };
  return {
    ...arm,
    isReference,
    recipients: recipients ?? 0,
    rates: {
      open: armRate(counts, 'opens', base, floor),
      click: armRate(counts, 'clicks', base, floor),
      order: armRate(counts, 'orders', base, floor),
      unsubscribe: armRate(counts, 'unsubscribes', base, floor),
      complaint: armRate(counts, 'complaints', base, floor),
      revenuePerRecipient: revenuePerRecipient(counts, floor),
    },
  };
}

function withoutComplaints({ rates, ...arm }: Variant): Variant {
  const complaint = unavailableMeasure('What was posted cannot be marked as spam');
  return { ...arm, rates: { ...rates, complaint } };
}

/** What fewer people than the floor did is nobody's business. */
function withoutSmallCounts(arm: ArmCounts, floor: number): ArmCounts {
  if (arm.recipients === null || arm.recipients >= floor) return arm;
  return {
    ...arm,
    delivered: null,
    opens: null,
    clicks: null,
    orders: null,
    revenue: null,
    unsubscribes: null,
    complaints: null,
  };
}
