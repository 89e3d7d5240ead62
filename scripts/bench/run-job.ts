import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs a script of this folder in a process of its own, and reads the JSON that it prints. */
export async function runJob<Cost>(script: string, words: readonly string[]): Promise<Cost> {
  const path = join(import.meta.dirname, script);
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...words]);
  return JSON.parse(stdout) as Cost;
}
