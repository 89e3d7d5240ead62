import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A learning's own files: its text and its figures. */
const OWN_FILE = /^insights\/(?<id>[a-z0-9-]+)\.(?:json|mdx)$/;
const WORD = /[a-z0-9-]+/g;
/** What stands above a text: its title, its day, what it is about. */
const FRONTMATTER = /^---\r?\n[^]*?^---\r?$/m;

/** Names of what is kept: each is another as soon as something of it may have changed. */
export interface LearningKeys {
  /** By the learning's id. */
  pages: Map<string, string>;
  /** Of all lists of learnings together: each counts them all. */
  lists: string;
  /** Of all of content/, whatever the program is. */
  content: string;
}

interface OwnFiles {
  digests: string[];
  /** What people wrote; figures name no other learning. */
  text: string;
}

/**
 * Names what the page of each learning is made of: the program, its own files, all of content/ but the other learnings, and
 * those of them whose ids stand in its text (a link, a chart, a result). Their lists are made of everything but the
 * texts below the frontmatter. Where nothing of that has changed, the page is the same byte for byte.
 *
 * @param contentFolder content/
 * @param program whatever turns content into pages, configuration included
 */
export function learningKeys(contentFolder: string, program: string): LearningKeys {
  const own = new Map<string, OwnFiles>();
  const shared = [program];
  const listed: string[] = [];
  const all: string[] = [];
  for (const path of pathsIn(contentFolder)) {
    const bytes = readFileSync(join(contentFolder, path));
    const digest = digestOf(path, bytes);
    all.push(digest);
    const id = OWN_FILE.exec(path)?.groups?.['id'];
    if (id === undefined) {
      shared.push(digest);
      continue;
    }
    const files = own.get(id) ?? { digests: [], text: '' };
    files.digests.push(digest);
    if (path.endsWith('.mdx')) files.text = bytes.toString('latin1');
    listed.push(
      path.endsWith('.mdx')
        ? digestOf(path, FRONTMATTER.exec(files.text)?.[0] ?? files.text)
        : digest,
    );
    own.set(id, files);
  }
  const everything = digestOf(...shared);
  const pages = new Map(
    [...own].map(([id, { digests, text }]) => {
      const ids = new Set(text.match(WORD)?.filter((word) => own.has(word)));
      const named = [...ids].sort().flatMap((word) => own.get(word) ?? []);
      return [id, digestOf(everything, ...digests, ...named.flatMap((other) => other.digests))];
    }),
  );
  return { pages, lists: digestOf('lists', everything, ...listed), content: digestOf(...all) };
}

function digestOf(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('hex');
}

function pathsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
}
