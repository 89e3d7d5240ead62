import type { EvidenceGrade, InsightStory, Verdict } from '#core/schemas/insight.ts';

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
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  better: 'Better',
  worse: 'Worse',
  'no-clear-difference': 'No clear difference',
  'not-compared': 'Not compared',
};

/** How far the evidence carries, in words that need no course in statistics. */
export const GRADE_WORDS: Readonly<Record<EvidenceGrade, string>> = {
  A: 'Tested by chance',
  B: 'Compared with alike customers',
  C: 'Before and after',
  D: 'A single observation',
};

/** What was decided. */
export const DECISION_WORDS: Readonly<Record<InsightStory['decision'], string>> = {
  scaled: 'We do it everywhere now',
  stopped: 'We stopped it',
  iterate: 'We try again, changed',
  open: 'Not decided yet',
};
