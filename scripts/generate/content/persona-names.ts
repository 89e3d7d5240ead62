import { parse } from 'yaml';

const FRONTMATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/;
const PERSONA_FILE = /^personas\/([a-z0-9-]+)\.(json|mdx)$/;

/**
 * What every Portrait is called, retired ones too, by its id: the name in its text, else its working name.
 *
 * @param texts of content/, by path
 */
export function personaNames(texts: ReadonlyMap<string, string>): Map<string, string> {
  const names = new Map<string, string>();
  // "….json" comes before "….mdx": what people wrote has the last word.
  for (const [path, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [, id, kind] = PERSONA_FILE.exec(path) ?? [];
    if (id === undefined) continue;
    const name = kind === 'json' ? wordOf(text, JSON.parse, 'workingName') : storyName(text);
    if (name !== null) names.set(id, name);
  }
  return names;
}

function storyName(text: string): string | null {
  return wordOf(FRONTMATTER.exec(text)?.[1] ?? '', parse, 'name');
}

/** What cannot be read has no name: `unreadableTexts` says so. */
function wordOf(text: string, read: (text: string) => unknown, key: string): string | null {
  try {
    const found = read(text);
    const word = (found as Record<string, unknown> | null)?.[key];
    return typeof word === 'string' && word !== '' ? word : null;
  } catch {
    return null;
  }
}
