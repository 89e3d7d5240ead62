import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StateFile } from '#generate/content/apply-content.ts';
import { GenerateError } from '#generate/generate-error.ts';

/** What is remembered of people who are to be forgotten: keyed digests, never an address. */
export const FORGOTTEN_FILE = 'forgotten.csv';

const HEADER = 'digest,secret';
const ROW = /^([0-9a-f]{64}),([0-9a-f]{16})$/;

/**
 * Digests of everybody who is to be forgotten; none where nobody is.
 *
 * @throws GenerateError `privacy/bad-forgotten` for a damaged file, `privacy/other-secret` when the digests cannot
 * match anybody any more
 */
export function readForgotten(stateDirectory: string, secret: string): string[] {
  const path = join(stateDirectory, FORGOTTEN_FILE);
  if (!existsSync(path)) return [];
  const [header, ...rows] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  if (header !== HEADER) throw damaged(path, 1);
  return rows.map((row, index) => {
    const [, digest, mark] = ROW.exec(row) ?? [];
    if (digest === undefined) throw damaged(path, index + 2);
    if (mark !== secretMark(secret)) throw otherSecret(path, index + 2);
    return digest;
  });
}

/** The file with these digests; sorted, so that it does not tell who came when. */
export function forgottenFile(
  stateDirectory: string,
  secret: string,
  digests: readonly string[],
): StateFile {
  const rows = [...new Set(digests)].sort().map((digest) => `${digest},${secretMark(secret)}`);
  return {
    path: join(stateDirectory, FORGOTTEN_FILE),
    mode: 0o600,
    text: `${[HEADER, ...rows].join('\n')}\n`,
  };
}

/** Tells secrets apart without telling anything about them. */
function secretMark(secret: string): string {
  return createHash('sha256').update(`secret-mark:${secret}`).digest('hex').slice(0, 16);
}

function damaged(path: string, line: number): GenerateError {
  return new GenerateError(
    'privacy/bad-forgotten',
    `Cannot tell who is to be forgotten: "${path}" is damaged; expected digests as "npm run forget" writes them`,
    'Put the file back from a backup, or delete it and run "npm run forget" again for everybody who asked',
    [{ file: path, line, found: 'another line', expected: line === 1 ? HEADER : 'a digest' }],
  );
}

function otherSecret(path: string, line: number): GenerateError {
  return new GenerateError(
    'privacy/other-secret',
    `Cannot tell who is to be forgotten: "${path}" was written with another secret; expected that of this folder`,
    'Put the former file "secret" back beside it, or delete forgotten.csv and run "npm run forget" again for everybody who asked',
    [{ file: path, line, found: 'a digest of another secret', expected: 'a digest of this one' }],
  );
}
