import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs a script of this folder in a process of its own, and reads the JSON of its last line; what it prints before is shown. */
export async function runJob<Cost>(script: string, words: readonly string[]): Promise<Cost> {
  const path = join(import.meta.dirname, script);
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...words]);
  const lines = stdout.trimEnd().split('\n');
  const cost = JSON.parse(lines.pop() ?? '') as Cost;
  for (const line of lines) console.log(line);
  return cost;
}
