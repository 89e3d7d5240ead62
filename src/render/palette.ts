// In one file: the package's modules are 150, and take ten times as long to load.
import culori from 'culori/require';

const { clampChroma, converter, formatHex, wcagContrast } = culori;

/** Colours of Portraits: their marks, and the grounds that go with them. */
export const SERIES = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6'] as const;
export const WASHES = ['wash1', 'wash2', 'wash3', 'wash4', 'wash5', 'wash6'] as const;

/** CSS custom properties, without the dashes and in camel case: inkSoft becomes `--ink-soft`. */
export const TOKENS = [
  'paper',
  'surface',
  'ink',
  'inkSoft',
  'rule',
  'accent',
  'accentSoft',
  'accentInk',
  'good',
  'bad',
  'warn',
  ...SERIES,
  ...WASHES,
  'focus',
] as const;
export type Token = (typeof TOKENS)[number];
export type Tokens = Readonly<Record<Token, string>>;

/** `screen` is for office screens seen from metres away: darker ground, stronger contrast. */
export interface Palette {
  light: Tokens;
  dark: Tokens;
  screen: Tokens;
}

interface Ground {
  paper: Lch;
  surface: Lch;
  accentSoft: Lch;
  /** How much of a series' colour its wash has, as light as accentSoft: a ground for what is about one Portrait. */
  washChroma: number;
  /** Marks and text move away from the ground: to 0 on light paper, to 1 on dark. */
  towards: 0 | 1;
  textContrast: number;
}

interface Lch {
  l: number;
  c: number;
  h: number;
}

const TEXT = 4.5;
const MARK = 3;
/** Where a brand has no hue (white, black, grey), its marks borrow this one: slate blue. */
const HUE_OF_GREY = 250;
/** Hue steps and lightness of series2 to series6: neighbours differ in both, so also in grey and for colour-blind eyes. */
const SERIES_STEPS = [
  { turn: 160, lightness: 0.62 },
  { turn: 75, lightness: 0.42 },
  { turn: 250, lightness: 0.66 },
  { turn: 205, lightness: 0.36 },
  { turn: 115, lightness: 0.56 },
] as const;

const toOklch = converter('oklch');

/**
 * Every tone of the site from one brand colour, in OKLCH, so that equal steps look equal.
 * The brand keeps its own lightness where it can be read, and moves only as far as contrast asks: text and accents at
 * least 4.5:1 on paper, surface, accentSoft and the six washes, marks and focus rings at least 3:1.
 */
export function palette(brandColor: string): Palette {
  const known = palettes.get(brandColor);
  if (known) return known;
  const mixed = mixedPalette(brandColor);
  palettes.set(brandColor, mixed);
  return mixed;
}

/** Every card asks for the same one. */
const palettes = new Map<string, Palette>();

function mixedPalette(brandColor: string): Palette {
  const brand = toOklch(brandColor);
  if (!brand) throw new TypeError(`Cannot read colour "${brandColor}"; expected #rrggbb`);
  const grey = brand.c < 0.02;
  const hue = grey ? HUE_OF_GREY : (brand.h ?? HUE_OF_GREY);
  const lch: Lch = { l: brand.l, c: brand.c, h: hue };
  const tint = grey ? 0 : 1;
  return {
    light: theme(lch, {
      // Warm paper under any brand: the page should feel printed.
      paper: { l: 0.981, c: 0.0075, h: 85 },
      surface: { l: 0.996, c: 0.003, h: 85 },
      accentSoft: { l: 0.942, c: 0.016 * tint, h: hue },
      washChroma: 0.022,
      towards: 0,
      textContrast: TEXT,
    }),
    dark: theme(lch, {
      paper: { l: 0.192, c: 0.012 * tint, h: hue },
      surface: { l: 0.232, c: 0.014 * tint, h: hue },
      accentSoft: { l: 0.288, c: 0.035 * tint, h: hue },
      washChroma: 0.04,
      towards: 1,
      textContrast: TEXT,
    }),
    screen: theme(lch, {
      paper: { l: 0.145, c: 0.016 * tint, h: hue },
      surface: { l: 0.19, c: 0.018 * tint, h: hue },
      accentSoft: { l: 0.25, c: 0.04 * tint, h: hue },
      washChroma: 0.05,
      towards: 1,
      textContrast: 7,
    }),
  };
}

function theme(brand: Lch, ground: Ground): Tokens {
  const { towards, textContrast } = ground;
  const [wash1, wash2, wash3, wash4, wash5, wash6] = [
    0,
    ...SERIES_STEPS.map(({ turn }) => turn),
  ].map((turn) =>
    hex({ l: ground.accentSoft.l, c: ground.washChroma, h: (brand.h + turn) % 360 }),
  ) as [string, string, string, string, string, string];
  const washes = { wash1, wash2, wash3, wash4, wash5, wash6 };
  const backgrounds = [
    ...[ground.paper, ground.surface, ground.accentSoft].map(hex),
    ...Object.values(washes),
  ];
  const paper = hex(ground.paper);
  const apart = (tone: Lch, contrast: number): string =>
    moveApart(tone, towards, backgrounds, contrast);
  // On the dark side every tone mirrors its lightness, and glows less.
  const on = (lightness: number): number => (towards === 0 ? lightness : 1.13 - lightness);
  const quiet = towards === 0 ? 1 : 0.85;
  const series = SERIES_STEPS.map(({ turn, lightness }) =>
    apart({ l: on(lightness), c: 0.12 * quiet, h: (brand.h + turn) % 360 }, MARK),
  );
  const accent = apart(brand, textContrast);
  const [series2, series3, series4, series5, series6] = series as [
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    paper,
    surface: hex(ground.surface),
    ink: apart({ l: towards === 0 ? 0.235 : 0.945, c: 0.014, h: brand.h }, 10),
    inkSoft: apart({ l: towards === 0 ? 0.47 : 0.74, c: 0.016, h: brand.h }, textContrast),
    rule: hex({
      l: ground.paper.l + (towards === 0 ? -0.105 : 0.14),
      c: 0.012,
      h: towards === 0 ? 85 : brand.h,
    }),
    accent,
    accentSoft: hex(ground.accentSoft),
    accentInk: paper,
    good: apart({ l: on(0.5), c: 0.115 * quiet, h: 152 }, textContrast),
    bad: apart({ l: on(0.51), c: 0.165 * quiet, h: 27 }, textContrast),
    warn: apart({ l: on(0.53), c: 0.115 * quiet, h: 72 }, textContrast),
    series1: accent,
    series2,
    series3,
    series4,
    series5,
    series6,
    ...washes,
    focus: apart({ l: on(0.55), c: 0.17, h: brand.h }, MARK),
  };
}

/** The nearest tone of the same hue that stands out from all backgrounds. */
function moveApart(tone: Lch, towards: 0 | 1, backgrounds: string[], contrast: number): string {
  for (let step = 0; step <= 200; step += 1) {
    const color = hex({ ...tone, l: tone.l + (towards - tone.l) * (step / 200) });
    if (backgrounds.every((background) => wcagContrast(color, background) >= contrast))
      return color;
  }
  return towards === 0 ? '#000000' : '#ffffff';
}

function hex({ l, c, h }: Lch): string {
  return formatHex(clampChroma({ mode: 'oklch', l, c, h }, 'oklch'));
}

/** The palette as custom properties: light, on paper too, dark by choice or by the system, and the office screen. */
export function paletteCss({ light, dark, screen }: Palette): string {
  return [
    `:root,[data-theme=light]{color-scheme:light;${properties(light)}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${properties(dark)}}}`,
    `[data-theme=dark]:root,[data-theme=dark]{color-scheme:dark;${properties(dark)}}`,
    `[data-theme=screen]:root,[data-theme=screen]{color-scheme:dark;${properties(screen)}}`,
    // Whoever asks for more contrast has no soft ink and no pale line.
    '@media (prefers-contrast:more){:root:root,[data-theme]:root,[data-theme]{--ink-soft:var(--ink);--hairline:1px solid var(--ink)}}',
    '',
  ].join('\n');
}

function properties(tokens: Tokens): string {
  return TOKENS.map((token) => `${customProperty(token)}:${tokens[token]}`).join(';');
}

/** `inkSoft` → `--ink-soft`. */
export function customProperty(token: Token): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
