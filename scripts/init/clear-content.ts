import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clearing } from './plan-clearing.ts';

/** State that names the sample's customers. */
const STATE_FILES = ['vault.csv', 'assignments.csv'];

export interface InitPlaces {
  content: string;
  state: string;
  config: string;
  /** Where the person will drop the exports; made, and left empty. */
  exports: string;
  /** Where people's files are copied before they go; made only when there are any. */
  backup: string;
}

/**
 * Clears the sample, makes the folder for the exports and writes the configuration. Copies come first and the configuration last: until that is
 * written, calling again does the rest.
 */
export function clearContent(clearing: Clearing, configText: string, places: InitPlaces): void {
  for (const path of clearing.people) {
    copyAside(join(places.content, path), join(places.backup, 'content', path));
  }
  for (const path of [...clearing.people, ...clearing.machine]) {
    rmSync(join(places.content, path), { force: true });
  }
  for (const name of STATE_FILES) rmSync(join(places.state, name), { force: true });
  if (existsSync(places.config)) {
    copyAside(places.config, join(places.backup, 'portal.config.ts'));
  }
  mkdirSync(places.exports, { recursive: true });
  const draft = `${places.config}.new`;
  writeFileSync(draft, configText, { flush: true });
  renameSync(draft, places.config);
}

function copyAside(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
