import type {
  EvidenceGrade,
  InsightResult,
  ShownComparison,
  ShownVerdict,
  Verdict,
} from '#core/schemas/insight.ts';

/**
 * Shown verdict – what may be said of a comparison to somebody who reads no footnotes.
 * Definition: only where people were split at random is a clear difference called better or worse; groups that were
 * picked may have differed before, so that they differ is all that can be said.
 * Source: this portal; Rosenbaum, Observational Studies (2002), chapter 3, on hidden bias.
 * Empty case: what is unclear or not compared stays so, whatever the grade.
 * @example shownVerdict('better', 'B') // => 'differs'
 */
export function shownVerdict(verdict: Verdict, grade: EvidenceGrade): ShownVerdict {
  const isClear = verdict === 'better' || verdict === 'worse';
  return isClear && grade !== 'A' ? 'differs' : verdict;
}

/**
 * Shown comparisons – the comparisons of a result, each with what may be said of it.
 * Definition: `shownVerdict` under the result's grade.
 * Source: this portal.
 * Empty case: none.
 * @example shownComparisons({ grade: 'D', comparisons: [] }) // => []
 */
export function shownComparisons({
  grade,
  comparisons,
}: Pick<InsightResult, 'grade' | 'comparisons'>): ShownComparison[] {
  return comparisons.map((one) => ({ ...one, verdict: shownVerdict(one.verdict, grade) }));
}
