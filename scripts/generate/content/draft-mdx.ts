import { createHash } from 'node:crypto';
import { mdxToMdast } from 'satteri';
import { parse, stringify } from 'yaml';

/** Long enough that an edit never keeps the hash by accident, short enough to stay out of the writer's way. */
const HASH_LENGTH = 16;

const FRONTMATTER = /^---\n([\s\S]*?\n)?---\n?/;

/**
 * The text of a drafted MDX file. Its frontmatter carries `drafted`, a hash over what the file *says*, so that the
 * program can tell later whether somebody has edited it.
 *
 * @param frontmatter values may hold any text: it is quoted, never code
 * @param body MDX of our own making; text from exports belongs into facts, not here
 */
export function draftMdx(frontmatter: Record<string, unknown>, body: string): string {
  const drafted = meaningHash(frontmatter, body);
  return `---\n${stringify({ ...frontmatter, drafted }, { lineWidth: 0 })}---\n\n${body.trim()}\n`;
}

/** Whether the file is still exactly what the program drafted: an editor's change of form alone does not count. */
export function isUneditedDraft(text: string): boolean {
  return uneditedDraft(text) !== null;
}

/** What a file says that is still exactly what the program drafted; null for any other. */
export function uneditedDraft(
  text: string,
): { frontmatter: Record<string, unknown>; body: string } | null {
  const normalised = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const match = FRONTMATTER.exec(normalised);
  if (!match) return null;
  try {
    const read: unknown = parse(match[1] ?? '');
    if (read === null || typeof read !== 'object') return null;
    const { drafted, ...frontmatter } = read as Record<string, unknown>;
    const body = normalised.slice(match[0].length);
    return drafted === meaningHash(frontmatter, body) ? { frontmatter, body } : null;
  } catch {
    // Text that cannot be parsed was not written by draftMdx: somebody has been at work.
    return null;
  }
}

/** A hash over parsed frontmatter and parsed body: list markers, escapes, quotes and blank lines leave it alone. */
function meaningHash(frontmatter: Record<string, unknown>, body: string): string {
  const tree = mdxToMdast(body.trim(), { features: { smartPunctuation: false } });
  const meaning = JSON.stringify([sorted(frontmatter), sorted(withoutPositions(tree))]);
  return createHash('sha256').update(meaning).digest('hex').slice(0, HASH_LENGTH);
}

function withoutPositions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutPositions);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'position' && key !== 'data' && key !== 'spread')
      .map(([key, value]) => [key, withoutPositions(value)]),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
