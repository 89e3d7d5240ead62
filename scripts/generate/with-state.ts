import { resolve } from 'node:path';
import { recoverContent } from './content/apply-content.ts';
import { lockContent } from './content/content-lock.ts';

/**
 * Does work with a state folder while nobody else changes it: a list must not be written from what was read before
 * somebody was forgotten. What a killed `forget` left is put right first.
 *
 * @throws GenerateError `content/locked`
 */
export async function withState<Result>(
  stateDirectory: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const state = resolve(stateDirectory);
  const release = lockContent(state);
  try {
    recoverContent(state);
    return await work();
  } finally {
    release();
  }
}
