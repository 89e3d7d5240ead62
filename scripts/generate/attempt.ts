import { GenerateError } from './generate-error.ts';

/** What the work gives, or the expected failure that it ends with; a bug is thrown on. */
export async function attempt<T>(work: () => T | Promise<T>): Promise<T | GenerateError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GenerateError) return error;
    throw error;
  }
}
