import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Collects new files beside a folder and moves them in when all are there: a run that fails leaves the former ones.
 * Of the folder's files only those named as this program names them are replaced; a person's own stay.
 */
export class ReplacedFiles {
  readonly #folder: string;
  readonly #ours: RegExp;
  readonly #staged: string;
  readonly #names: string[] = [];

  constructor(folder: string, ours: RegExp) {
    this.#folder = folder;
    this.#ours = ours;
    this.#staged = `${folder}.building`;
    rmSync(this.#staged, { recursive: true, force: true });
    mkdirSync(this.#staged, { recursive: true });
  }

  add(name: string, bytes: Uint8Array): void {
    writeFileSync(join(this.#staged, name), bytes);
    this.#names.push(name);
  }

  /** Where the files are now, in the order they were added. */
  finish(): string[] {
    mkdirSync(this.#folder, { recursive: true });
    const former = readdirSync(this.#folder).filter((name) => this.#ours.test(name));
    for (const name of this.#names) renameSync(join(this.#staged, name), join(this.#folder, name));
    for (const name of former) {
      if (!this.#names.includes(name)) rmSync(join(this.#folder, name));
    }
    this.discard();
    return this.#names.map((name) => join(this.#folder, name));
  }

  discard(): void {
    rmSync(this.#staged, { recursive: true, force: true });
  }
}
