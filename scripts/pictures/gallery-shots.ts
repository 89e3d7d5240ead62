import { existsSync, globSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startingSentence } from '#core/language/first-letter.ts';

/** One picture of the gallery. */
export interface GalleryShot {
  /** "home-1280-dark.webp". */
  name: string;
  /** What is shown: "home", "slide of a persona". */
  subject: string;
  path: string;
  width: number;
  height: number;
  theme: 'light' | 'dark';
  /** How many pixels of the file stand for one of the page. */
  scale: number;
  /** The class of the slide that is put on the screen: "persona". */
  slide?: string;
  /** Drawn as it is printed. */
  isPrinted?: boolean;
  /** Pixels of paper that a browser leaves around what it prints. */
  margin?: number;
  /** A page of the public site. */
  isPublic?: boolean;
}

/** A kind of slide, and a screen that shows one. */
export interface GallerySlide {
  kind: string;
  path: string;
}

/** Phone, tablet, laptop, desk; the larger the page, the smaller its picture is drawn. */
const WIDTHS = [
  { width: 360, scale: 0.9, height: 1_400 },
  { width: 768, scale: 0.5, height: 1_700 },
  { width: 1280, scale: 0.4, height: 1_900 },
  { width: 1920, scale: 0.3, height: 2_400 },
] as const;

/** HD, 4K, upright and a laptop of 16:10. */
const FORMATS = [
  { width: 1920, height: 1080, scale: 0.3 },
  { width: 3840, height: 2160, scale: 0.15 },
  { width: 1080, height: 1920, scale: 0.25 },
  { width: 1440, height: 900, scale: 0.4 },
] as const;

/** A4, A3 and Letter in pixels of the browser, 96 to the inch. */
const SHEETS = [
  { name: 'a4', width: 794, height: 1123, scale: 0.6 },
  { name: 'a3', width: 1123, height: 1587, scale: 0.45 },
  { name: 'letter', width: 816, height: 1056, scale: 0.6 },
] as const;

/** 12 mm. */
const MARGIN = 45;

/** As large as README shows it. */
const COVER = { width: 1280, height: 1300, scale: 1 } as const;

const PAGES: Readonly<Record<string, string>> = {
  home: '/',
  portraits: '/personas/',
  map: '/personas/map/',
  choose: '/personas/compare/',
  'go-to-market': '/go-to-market/',
  audiences: '/audiences/',
  learnings: '/insights/',
  'learnings-by-grade': '/insights/grade/a/',
  kpis: '/kpis/',
  'kpi-tree': '/kpis/tree/',
  voices: '/voices/',
  method: '/method/',
  search: '/search/',
  answers: '/search/?q=gift',
  guess: '/guess/',
  'not-found': '/404.html',
};

/** Templates that are shown by the entry with most to say: where their pages are. */
const FULLEST_OF: Readonly<Record<string, string>> = {
  portrait: '/personas/*/',
  compare: '/personas/compare/*/*/',
  learning: '/insights/*/',
  kpi: '/kpis/*/',
};

const PUBLIC_PAGES: Readonly<Record<string, string>> = { 'public-home': '/' };

const PUBLIC_FULLEST_OF: Readonly<Record<string, string>> = {
  'public-portrait': '/persona/*/',
  'public-learning': '/insight/*/',
};

/** Templates that people print, posters aside. */
const PRINTED: ReadonlySet<string> = new Set([
  ...['go-to-market', 'portrait', 'compare', 'learning', 'kpi'],
]);

/**
 * Every picture of the gallery that a built site can give: home as README shows it, each template at four widths in light and dark, each kind
 * of slide in four formats, what people print on A4, a poster and its lines for the bench on three sheets.
 * @param slides the kinds of slides that the screens show
 */
export function galleryShots(site: string, slides: readonly GallerySlide[]): GalleryShot[] {
  const templates = templatesOf(site, PAGES, FULLEST_OF);
  const poster = fullestEntry(site, '/poster/*/');
  return [
    { name: 'cover.webp', subject: 'cover', path: '/', theme: 'light', ...COVER },
    ...templates.flatMap(inEveryWidth),
    ...templates
      .filter(([name]) => PRINTED.has(name))
      .map(([name, path]) => ({
        name: `print-${name}.webp`,
        subject: `printed: ${name}`,
        path,
        theme: 'light' as const,
        isPrinted: true,
        margin: MARGIN,
        // The first two sheets of A4 below each other.
        ...{ width: SHEETS[0].width, height: 2 * SHEETS[0].height, scale: 0.5 },
      })),
    ...slides.flatMap(({ kind, path }) =>
      FORMATS.map((format) => ({
        name: `slide-${kind}-${format.width}x${format.height}.webp`,
        subject: `slide: ${kind}`,
        path,
        theme: 'dark' as const,
        slide: kind,
        ...format,
      })),
    ),
    ...(poster === null
      ? []
      : SHEETS.flatMap(({ name, width, height, scale }) => [
          {
            name: `poster-${name}.webp`,
            subject: 'poster',
            path: poster,
            theme: 'light' as const,
            isPrinted: true,
            ...{ width, height, scale },
          },
          {
            name: `bench-${name}.webp`,
            subject: 'poster for the bench',
            path: `${poster}bench/`,
            theme: 'light' as const,
            isPrinted: true,
            ...{ width: height, height: width, scale },
          },
        ])),
  ];
}

/** Each template of the public site as a built one shows it, at the same widths in light and dark. */
export function publicShots(site: string): GalleryShot[] {
  return templatesOf(site, PUBLIC_PAGES, PUBLIC_FULLEST_OF)
    .flatMap(inEveryWidth)
    .map((shot) => ({
      ...shot,
      subject: shot.subject.replace('public-', 'public site: '),
      isPublic: true,
    }));
}

type Template = readonly [name: string, path: string];

/** The templates that a site has. */
function templatesOf(
  site: string,
  pages: Readonly<Record<string, string>>,
  fullestOf: Readonly<Record<string, string>>,
): Template[] {
  return [
    ...Object.entries(pages),
    ...Object.entries(fullestOf).flatMap(([name, pages]): Template[] => {
      const path = fullestEntry(site, pages);
      return path === null ? [] : [[name, path]];
    }),
  ].filter(([, path]) => existsSync(join(site, fileOf(path))));
}

function inEveryWidth([name, path]: Template): GalleryShot[] {
  return WIDTHS.flatMap((size) =>
    (['light', 'dark'] as const).map((theme) => ({
      name: `${name}-${size.width}-${theme}.webp`,
      subject: name,
      path,
      theme,
      ...size,
    })),
  );
}

/** Address of the entry that has most to say, the longest page; none of those that lead to entries. */
function fullestEntry(site: string, pages: string): string | null {
  const entries = globSync(`.${pages}index.html`, { cwd: site })
    .sort()
    .map((file) => ({ path: `/${dirname(file)}/`, bytes: statSync(join(site, file)).size }))
    .filter(({ path }) => !Object.values(PAGES).includes(path))
    .toSorted((a, b) => b.bytes - a.bytes);
  return entries[0]?.path ?? null;
}

/** The file of an address: "search/index.html" of "/search/?q=gift". */
function fileOf(address: string): string {
  const path = address.replace(/\?.*$/, '');
  return path.endsWith('/') ? `${path}index.html` : path;
}

/** The index of the gallery: one row a subject, its pictures beside each other. */
export function galleryIndex(shots: readonly Pick<GalleryShot, 'name' | 'subject'>[]): string {
  const subjects = Map.groupBy(shots, ({ subject }) => subject);
  return [
    '# Gallery',
    '',
    'What the site looks like: every template at 360, 768, 1280 and 1920 pixels in light and dark, every kind of slide',
    'in four formats, what people print on two sheets of A4, a poster and its lines for the bench on three sheets, the',
    'public site, and every component in every state, as at /design/ while `npm run dev` runs; first the home page as README shows it. Drawn from built sites, smaller than life: `npm run gallery`.',
    '',
    ...[...subjects].flatMap(([subject, pictures]) => [
      `## ${startingSentence(subject)}`,
      '',
      pictures.map(({ name }) => `![${name.replace('.webp', '')}](${name})`).join('\n'),
      '',
    ]),
  ].join('\n');
}
