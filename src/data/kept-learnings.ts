/** Learnings whose pages of the last build are taken over (src/build/keep-learnings.ts); none in `dev`. */
export const keptLearnings: ReadonlySet<string> = new Set(
  typeof KEPT_LEARNINGS === 'undefined' ? [] : KEPT_LEARNINGS,
);
