import type { Finding } from '#core/insights/finding.ts';
import type { EvidenceGrade, InsightStory } from '#core/schemas/insight.ts';

/** How a learning came about. */
export const KIND_WORDS: Readonly<Record<InsightStory['kind'], string>> = {
  campaign: 'Campaign',
  analysis: 'Analysis',
  survey: 'Survey',
  returns: 'Returns',
  feedback: 'Feedback',
  story: 'Story',
};

/** What came out of a comparison. */
export const FINDING_WORDS: Readonly<Record<Finding, string>> = {
  better: 'Better',
  'better-at-a-cost': 'Better, at a cost',
  worse: 'Worse',
  'no-clear-difference': 'No clear difference',
  'not-compared': 'Not compared',
};

/** How far the evidence carries, in words that need no course in statistics. */
export const GRADE_WORDS: Readonly<Record<EvidenceGrade, string>> = {
  A: 'Groups drawn by chance',
  B: 'Compared with a group that was kept aside',
  C: 'Groups side by side, not by chance',
  D: 'A single observation',
};

/** What was decided. */
export const DECISION_WORDS: Readonly<Record<InsightStory['decision'], string>> = {
  scaled: 'We do it everywhere now',
  stopped: 'We stopped it',
  iterate: 'We try again, changed',
  open: 'Not decided yet',
};
