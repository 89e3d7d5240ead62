import { createHash } from 'node:crypto';

/** Leaves room for a suffix below the 80 characters of an entry's id. */
const LONGEST_STEM = 60;

/**
 * Gives names from exports ids that are safe as file name and URL, whatever the name holds: `../../x` becomes `x`.
 * Of two names that make one id, the one taken later gets a digest of the whole name: its id stays when others come.
 */
export class EntryIds {
  private readonly taken: Set<string>;
  private readonly fallback: string;

  /**
   * @param fallback the stem for names without a single letter or digit of ASCII
   * @param reserved ids that are spoken for
   */
  constructor(fallback: string, reserved: Iterable<string> = []) {
    this.fallback = fallback;
    this.taken = new Set(reserved);
  }

  /**
   * @param suffix is kept whole: "2026-03"
   * @param identity what makes the entry itself, where the name alone does not
   */
  take(name: string, suffix = '', identity = name): string {
    const stem = slug(name);
    const plain = joined(stem === '' ? `${this.fallback}-${digest(identity)}` : stem, suffix);
    const id = this.taken.has(plain) ? joined(`${plain}-${digest(identity)}`) : plain;
    this.taken.add(id);
    return id;
  }
}

/** Lower-case ASCII letters, digits and single hyphens; accents are dropped, as in every address that was given so far. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_STEM)
    .replaceAll(/^-+|-+$/g, '');
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('-');
}

function digest(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}
