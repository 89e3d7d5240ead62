/** What tools call variants that nobody named ("Combo 1", "Variation B", "A"), as a regular expression without regard to case. */
export const NUMBERED_NAME = String.raw`(?:(?:combo|combination|variation|variant|version|group|option)\s*)?#?(?:[a-z]|\d{1,2})`;

/** Longest name of a variant: subjects of mails are mostly shorter. */
const LONGEST = 60;
const NUMBERED = new RegExp(`^${NUMBERED_NAME}$`, 'i');

interface NamedVariant {
  name: string;
  /** When it was sent, as text in the shop's time; null: not told, or at several times. */
  sentAt: string | null;
}

/**
 * What to call the variants of a campaign, in their order: a subject that is longer than a line of a table is shortened
 * without becoming another's, and to a bare number its time of sending is added where that is what tells them apart.
 * @example variantNames([{ name: 'A', sentAt: '2026-03-02 09:00' }, { name: 'B', sentAt: '2026-03-02 17:00' }])
 * // => ['A (2026-03-02 09:00)', 'B (2026-03-02 17:00)']
 */
export function variantNames(variants: readonly NamedVariant[]): string[] {
  const names = variants.map(({ name }) => name.replaceAll(/\s+/g, ' ').trim());
  const times = new Set(variants.map(({ sentAt }) => sentAt));
  const byTime =
    times.size === variants.length &&
    !times.has(null) &&
    names.every((name) => NUMBERED.test(name));
  return byTime
    ? names.map((name, index) => `${name} (${variants[index]?.sentAt ?? ''})`)
    : shortNames(names);
}

/** Where the beginnings are all the same, names are told by what follows the words they share. */
function shortNames(names: readonly string[]): string[] {
  const shared = sharedWords(names.filter((name) => name.length > LONGEST)).length;
  const cut = names.map((name) => shortened(name));
  const ends = names.map((name) =>
    name.length > LONGEST ? shortened(`…${name.slice(shared)}`) : name,
  );
  const areApart = (some: string[]): boolean => new Set(some).size === new Set(names).size;
  return [cut, ends].find(areApart) ?? [...names];
}

/** The words that all of them begin with. */
function sharedWords(names: readonly string[]): string {
  const [first = '', ...others] = names;
  const words = first.split(/(?<= )/);
  const beginnings = words.map((_, index) => words.slice(0, index).join(''));
  return beginnings.findLast((start) => others.every((name) => name.startsWith(start))) ?? '';
}

/** Cut between words, or within one that is a line long. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const start = characters.slice(0, LONGEST - 1).join('');
  const words = start.slice(0, start.lastIndexOf(' ')).replace(/[\s,;:.–—-]+$/, '');
  return `${words.length > LONGEST / 2 ? words : start}…`;
}
