import { appendedAnswers } from '#core/personas/appended-answers.ts';
import type { Persona } from '#core/schemas/persona.ts';
import type { GenerateContext } from '../generate-context.ts';
import { readClosedQuestions } from '../warehouse/features/closed-questions.ts';

/**
 * The Portraits with what their customers said of themselves, in surveys and in traits that other tools brought. By the
 * assignment that lies in the engine.
 */
export async function withAnswers(
  { engine, config }: Pick<GenerateContext, 'engine' | 'config'>,
  personas: readonly Persona[],
): Promise<Persona[]> {
  const unused = config.unusedQuestions.map((pattern) => new RegExp(pattern));
  const questions = (await readClosedQuestions(engine, config.privacy.floor)).filter(
    ({ question }) => !unused.some((pattern) => pattern.test(question)),
  );
  if (questions.length === 0) return [...personas];
  const isHidden = ({ facts }: Persona): boolean =>
    facts.find(({ id }) => id === 'customers')?.status !== 'ok';
  const hidden = new Set(personas.filter(isHidden).map(({ id }) => id));
  const answers = appendedAnswers(
    questions,
    personas.map(({ id }) => id),
    hidden,
    config.privacy.floor,
  );
  return personas.map((persona) => {
    const appended = answers.get(persona.id) ?? [];
    return appended.length > 0 ? { ...persona, appended } : persona;
  });
}
