import { createHash, hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FilesLookedAt } from '#generate/privacy-scan.ts';
import { SECRET_FILE } from '#generate/local-secret.ts';
import { KNOWN_PEOPLE_FILE } from '#generate/privacy/known-people.ts';
import type { Allowed } from '#generate/privacy/allowed-contacts.ts';
import { programOf } from '#render/render-program.ts';
import { renderKey } from '#render/render-cache.ts';

/** What decides whether somebody is found in a file. */
const SCAN = ['scripts/generate', 'src/core'];

/**
 * How a file of the search begins. Every one of them repeats the version of all, which is made of digits by us: one page
 * more gives each another, though most hold what they held.
 */
const VERSION_OF_SEARCH = /^\{"version":"[0-9a-f]{12}",/;
const LENGTH_OF_VERSION = '{"version":"0123456789ab",'.length;

/**
 * Files of the last site in which the scan found nobody, as digests of their names and bytes: a page that is the same as
 * before is not read again by the same scan for the same people. One customer more, another setting or another program,
 * and all are read again.
 */
export class CleanFiles implements FilesLookedAt {
  readonly #file: string;
  readonly #scan: string;
  readonly #before: ReadonlySet<string>;
  readonly #now = new Set<string>();

  /**
   * @param file where the digests are kept from one build to the next; it may be deleted at any time
   * @param stateDirectory what the last run of generate knew
   */
  constructor(file: string, stateDirectory: string, { emails, phones, names }: Allowed) {
    this.#file = file;
    this.#scan = renderKey(
      programOf(SCAN),
      ...[KNOWN_PEOPLE_FILE, SECRET_FILE].map((name) => digestOf(join(stateDirectory, name))),
      ...[emails, phones, names].map((some) => [...some].sort()),
    );
    this.#before = new Set(existsSync(file) ? readFileSync(file, 'latin1').split('\n') : []);
  }

  isClean(path: string, bytes: Buffer): boolean {
    const key = this.#keyOf(path, bytes);
    if (!this.#before.has(key)) return false;
    this.#now.add(key);
    return true;
  }

  foundNobody(path: string, bytes: Buffer): void {
    this.#now.add(this.#keyOf(path, bytes));
  }

  /** Keeps the digests of this site, and of no other, for the next build. */
  save(): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, [...this.#now].sort().join('\n'));
    renameSync(`${this.#file}.new`, this.#file);
  }

  #keyOf(path: string, bytes: Buffer): string {
    const name = `${this.#scan} ${path.length} ${path} `;
    return createHash('sha256').update(name).update(withoutVersion(path, bytes)).digest('hex');
  }
}

function withoutVersion(path: string, bytes: Buffer): Buffer {
  if (!path.startsWith('search/')) return bytes;
  const start = bytes.toString('latin1', 0, LENGTH_OF_VERSION);
  return VERSION_OF_SEARCH.test(start) ? bytes.subarray(LENGTH_OF_VERSION) : bytes;
}

/** Of a file that may be large; null where there is none. */
function digestOf(file: string): string | null {
  return existsSync(file) ? hash('sha256', readFileSync(file)) : null;
}
