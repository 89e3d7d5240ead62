import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { GenerateReport } from '#generate/generate-report.ts';

const REPOSITORY = join(import.meta.dirname, '../..');

export interface Called {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
  errors: string;
}

/** Runs `generate` as a process, as its users do; killed after so many milliseconds when that is given. */
export function callGenerate(words: string[], killAfter?: number): Promise<Called> {
  const child = spawn(
    join(REPOSITORY, 'node_modules/.bin/node'),
    [join(REPOSITORY, 'scripts/generate/main.ts'), ...words],
    { cwd: REPOSITORY, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, output, errors });
    });
  });
}

export interface FailureReport {
  error: {
    code: string;
    message: string;
    hint: string;
    issues: { file: string; line?: number; column?: string; found: string; expected: string }[];
  };
}

/** A run with `--json` that is expected to succeed. */
export async function generated(words: string[]): Promise<GenerateReport> {
  const { code, output, errors } = await callGenerate([...words, '--json']);
  if (code !== 0) throw new Error(`generate ended with ${String(code)}:\n${errors}`);
  return JSON.parse(output) as GenerateReport;
}

/** A run with `--json` that is expected to fail because of its input. */
export async function refused(words: string[]): Promise<FailureReport['error']> {
  const { code, output, errors } = await callGenerate([...words, '--json']);
  if (code !== 1) throw new Error(`generate ended with ${String(code)}; expected 1:\n${errors}`);
  return (JSON.parse(output) as FailureReport).error;
}
