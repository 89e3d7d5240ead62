import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Portal } from './portal.ts';

const versions = new WeakMap<Portal, string>();

/** A name for what the site says now: other words or figures, another name; the same content, the same name. */
export function contentVersion(portal: Portal): string {
  const known = versions.get(portal);
  if (known !== undefined) return known;
  const version = hashOfContent(portal);
  versions.set(portal, version);
  return version;
}

function hashOfContent({
  config,
  personas,
  kpis,
  insights,
  voices,
  boxes,
  dataset,
  segmentation,
}: Portal): string {
  const said = {
    config,
    voices,
    boxes,
    dataset,
    segmentation,
    personas: personas.map(({ figures, ofEverybody, story, document }) => [
      figures ?? ofEverybody,
      story,
      document?.body,
    ]),
    kpis: kpis.map(({ figures, story, document }) => [figures, story, document?.body]),
    insights: insights.map(({ result, story, document }) => [result, story, document?.body]),
  };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}

let program: string | undefined;

/** A name for how the site says it: other pages, styles or scripts, another name. Read once a build. */
export function programVersion(): string {
  program ??= hashOfFolder(resolve('src'));
  return program;
}

function hashOfFolder(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  for (const file of files) hash.update(file.slice(folder.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
