import culori from 'culori/require';
import { SERIES, WASHES, type Palette, type Token } from './palette.ts';

const { wcagContrast } = culori;

/** A tone on a ground, and how far apart they must be in WCAG 2.2's ratio of luminances. */
export interface TonePair {
  tone: Token;
  ground: Token;
  least: number;
}

const GROUNDS = ['paper', 'surface', 'accentSoft', ...WASHES] as const;
const TEXTS = ['ink', 'inkSoft', 'accent', 'good', 'bad', 'warn'] as const;
const MARKS = [...SERIES, 'good', 'bad', 'warn', 'focus'] as const;

/** WCAG 2.2, 1.4.3: text. */
const TEXT = 4.5;
/** WCAG 2.2, 1.4.6: text that is read from metres away keeps the stronger level. */
const SCREEN_TEXT = 7;
/** WCAG 2.2, 1.4.11: marks of charts, rings of focus. */
const MARK = 3;
/** A hairline only parts what space and headings part already: it must be seen, no more. */
const RULE = 1.25;

/** Every pair that the site draws, in a theme. */
export function tonePairs(theme: keyof Palette): TonePair[] {
  const text = theme === 'screen' ? SCREEN_TEXT : TEXT;
  return [
    ...GROUNDS.flatMap((ground) => [
      ...TEXTS.map((tone) => ({ tone, ground, least: text })),
      ...MARKS.map((tone) => ({ tone, ground, least: MARK })),
    ]),
    // Letters on a button, and the marks of selected words.
    { tone: 'accentInk', ground: 'accent', least: text },
    { tone: 'rule', ground: 'paper', least: RULE },
  ];
}

/** What cannot be told apart well enough: "dark: accent on paper has 3.9:1; expected at least 4.5:1". */
export function contrastProblems(palette: Palette): string[] {
  return (Object.keys(palette) as (keyof Palette)[]).flatMap((theme) => {
    const tokens = palette[theme];
    return tonePairs(theme).flatMap(({ tone, ground, least }) => {
      const found = wcagContrast(tokens[tone], tokens[ground]);
      return found >= least
        ? []
        : [
            `${theme}: ${tone} on ${ground} has ${(Math.floor(found * 100) / 100).toFixed(2)}:1; expected at least ${least}:1`,
          ];
    });
  });
}

/**
 * The palette, once every pair of it can be told apart. `palette` moves any brand colour until it can, so this stops a
 * build only after somebody has changed how tones are derived.
 * @throws RangeError that names every pair
 */
export function checkedPalette(palette: Palette): Palette {
  const problems = contrastProblems(palette);
  if (problems.length === 0) return palette;
  throw new RangeError(`Cannot use these tones:\n${problems.join('\n')}`);
}

/** Themes in which the brand colour itself cannot be read as text, and the tone that stands in for it. */
export function correctedTones(brandColor: string, palette: Palette): Map<keyof Palette, string> {
  const same = (tone: string): boolean => tone.toLowerCase() === brandColor.toLowerCase();
  return new Map(
    (Object.keys(palette) as (keyof Palette)[]).flatMap((theme) => {
      const { accent } = palette[theme];
      return same(accent) ? [] : [[theme, accent] as const];
    }),
  );
}
