/**
 * The four questions of every follow-up call, word for word: whether expectations were met is for the customer to say.
 * They are also the headers of a call sheet and the questions that its answers are filed under.
 */
export const CALL_QUESTIONS = {
  whyNot: 'If you did not order, why not?',
  satisfied: 'If you did order, were you satisfied with how all of it was handled?',
  wrong: 'If not, what went wrong?',
  putRight: 'Did we put it right the way you wanted?',
} as const;
