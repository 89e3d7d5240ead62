import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** In .portal/. */
export const SECRET_FILE = 'secret';

/**
 * The shop's own secret behind every customer key, made at the first run and kept in .portal/. Nothing that is
 * published depends on it: it only keeps keys from being guessed from a list of e-mail addresses.
 */
export function localSecret(stateDirectory: string): string {
  const file = join(stateDirectory, SECRET_FILE);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(32).toString('hex');
  mkdirSync(stateDirectory, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secret;
}
