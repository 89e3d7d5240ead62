/** Learnings whose pages of the last build are taken over (src/build/keep-learnings.ts); none in `dev`. */
export const keptLearnings: ReadonlySet<string> = new Set(
  typeof KEPT_LEARNINGS === 'undefined' ? [] : KEPT_LEARNINGS,
);

/** Whether all further pages of their lists are taken over as well: nothing that stands in lists has changed. */
export const areListsKept = typeof KEPT_LISTS === 'undefined' ? false : KEPT_LISTS;
