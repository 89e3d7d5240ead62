import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';

interface Options {
  folder: URL;
  /** Ending of the files: ".mdx". */
  ending: string;
  /** Ids of entries that are not compiled anew. */
  kept: ReadonlySet<string>;
  /** Loads files of the folder by their patterns. */
  load: (patterns: string[]) => Loader;
}

/**
 * Loads the files of a folder, leaving kept ones as the last build knew them where they are the same: their fields need
 * not be read and checked again, and there are thousands.
 */
export function asLastBuilt({ folder, ending, kept, load }: Options): Loader {
  const all = load([`*${ending}`]);
  return {
    name: 'as-last-built',
    load: async (context) => {
      if (kept.size === 0) return all.load(context);
      const { store, generateDigest } = context;
      const isSame = (name: string): boolean => {
        const id = name.slice(0, -ending.length);
        const entry = kept.has(id) ? store.get(id) : undefined;
        if (!entry || entry.deferredRender) return false;
        return entry.digest === generateDigest(readFileSync(new URL(name, folder), 'utf8'));
      };
      const names = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith(ending));
      const { same = [], other = [] } = Object.groupBy(names, (name) =>
        isSame(name) ? 'same' : 'other',
      );
      const untouched = new Set(same.map((name) => name.slice(0, -ending.length)));
      // Whatever it does not come upon a loader takes for deleted.
      const keys = (): string[] => store.keys().filter((id) => !untouched.has(id));
      if (other.length === 0) keys().forEach((id) => store.delete(id));
      else await load(other.map(literal)).load({ ...context, store: { ...store, keys } });
    },
  };
}

/** A name as a pattern that means nothing but it. */
function literal(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '\\$&');
}
