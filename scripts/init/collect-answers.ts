import { GenerateError } from '#generate/generate-error.ts';
import { QUESTIONS, type AnswerName, type Answers, type Question } from './questions.ts';

/** Puts one question to the person; null where nobody is there to answer. */
export type Ask = ((question: string) => Promise<string>) | null;

/**
 * Takes each answer from its flag, else asks until the answer fits. Where nobody can be asked, what has a usual
 * value takes it.
 *
 * @throws GenerateError `init/bad-answer` for a flag that does not fit, `init/missing-answer`
 */
export async function collectAnswers(
  flags: Partial<Record<AnswerName, string | undefined>>,
  ask: Ask,
): Promise<Answers> {
  const answers: Record<string, string> = {};
  for (const question of QUESTIONS) {
    const flag = flags[question.name];
    answers[question.name] =
      flag === undefined ? await askFor(question, ask) : checkedFlag(question, flag);
  }
  return answers as unknown as Answers;
}

function checkedFlag(question: Question, flag: string): string {
  const answer = question.normalise(flag.trim());
  if (answer !== null) return answer;
  throw new GenerateError(
    'init/bad-answer',
    `Cannot use --${question.name} "${flag}"; expected ${question.expected}`,
    'Correct the flag, or leave it out to be asked',
  );
}

async function askFor(question: Question, ask: Ask): Promise<string> {
  const usual = question.usual?.();
  if (ask === null) {
    if (usual !== undefined) return checkedFlag(question, usual);
    throw new GenerateError(
      'init/missing-answer',
      `Cannot set up the portal: --${question.name} is missing; expected ${question.expected}`,
      'Give every flag, or run "npm run init" in a terminal to be asked',
    );
  }
  const prompt = `${question.text}${usual === undefined ? '' : ` (${usual})`} `;
  for (;;) {
    const typed = (await ask(prompt)).trim();
    const answer = question.normalise(typed === '' ? (usual ?? '') : typed);
    if (answer !== null) return answer;
    console.log(`  Expected ${question.expected}`);
  }
}
