import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { galleryIndex, galleryShots, publicShots } from '#scripts/pictures/gallery-shots.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A built site with these pages. */
function siteWith(...pages: string[]): string {
  const site = temporaryFolder();
  for (const page of pages) {
    mkdirSync(dirname(join(site, page)), { recursive: true });
    writeFileSync(join(site, page), page.includes('ada') ? 'much to say' : 'little');
  }
  return site;
}

const SITE = [
  'index.html',
  '404.html',
  'insights/index.html',
  'insights/grade/a/index.html',
  'insights/saved-basket/index.html',
  'personas/index.html',
  'personas/map/index.html',
  'personas/compare/index.html',
  'personas/compare/ada/index.html',
  'personas/compare/ada/ben/index.html',
  'personas/aaron/index.html',
  'personas/ada/index.html',
  'poster/ada/index.html',
  'poster/ada/bench/index.html',
];

const SLIDES = [
  { kind: 'persona', path: '/screen/' },
  { kind: 'kpi', path: '/screen/' },
  { kind: 'notice', path: '/screen/entrance/' },
];

describe('galleryShots()', () => {
  test('galleryShots() shows each template there is at four widths in light and dark', () => {
    const shots = galleryShots(siteWith(...SITE), []);
    const pages = shots.filter(({ subject }) => !/^(?:cover|poster|printed)/.test(subject));
    expect(new Set(pages.map(({ subject }) => subject))).toEqual(
      new Set([
        ...['home', 'portraits', 'map', 'choose', 'learnings', 'learnings-by-grade', 'not-found'],
        ...['portrait', 'compare', 'learning'],
      ]),
    );
    const home = pages.filter(({ subject }) => subject === 'home');
    expect(home.map(({ width, theme }) => `${width} ${theme}`)).toEqual([
      '360 light',
      '360 dark',
      '768 light',
      '768 dark',
      '1280 light',
      '1280 dark',
      '1920 light',
      '1920 dark',
    ]);
  });

  test('galleryShots() takes an entry for its template, never a list beside the entries', () => {
    const shots = galleryShots(siteWith(...SITE), []);
    const path = (of: string) => shots.find(({ subject }) => subject === of)?.path;
    expect(path('learning')).toBe('/insights/saved-basket/');
    expect(path('portrait')).toBe('/personas/ada/');
    expect(path('compare')).toBe('/personas/compare/ada/ben/');
  });

  test('galleryShots() shows each kind of slide in four formats and a poster on three sheets', () => {
    const shots = galleryShots(siteWith(...SITE), SLIDES);
    expect(shots.filter(({ slide }) => slide === 'kpi').map(({ name }) => name)).toEqual([
      'slide-kpi-1920x1080.webp',
      'slide-kpi-3840x2160.webp',
      'slide-kpi-1080x1920.webp',
      'slide-kpi-1440x900.webp',
    ]);
    expect(shots.find(({ slide }) => slide === 'notice')?.path).toBe('/screen/entrance/');
    const paths = (of: string) =>
      shots.filter(({ subject }) => subject === of).map(({ path }) => path);
    expect(paths('poster')).toEqual(Array(3).fill('/poster/ada/'));
    expect(paths('poster for the bench')).toEqual(Array(3).fill('/poster/ada/bench/'));
  });

  test('galleryShots() shows what people print as it is printed', () => {
    const printed = galleryShots(siteWith(...SITE), []).filter(({ isPrinted }) => isPrinted);
    expect(printed.map(({ name }) => name)).toEqual([
      ...['print-portrait.webp', 'print-compare.webp', 'print-learning.webp'],
      ...['poster-a4.webp', 'bench-a4.webp', 'poster-a3.webp', 'bench-a3.webp'],
      ...['poster-letter.webp', 'bench-letter.webp'],
    ]);
  });

  test('galleryShots() begins with the home page as README shows it', () => {
    const [cover] = galleryShots(siteWith(...SITE), []);
    expect(cover).toMatchObject({ path: '/', theme: 'light', scale: 1 });
    expect(readFileSync('README.md', 'utf8')).toContain(`](docs/gallery/${cover?.name})`);
  });

  test('galleryShots() leaves room around what people print, and none around posters, which have their own', () => {
    const printed = galleryShots(siteWith(...SITE), []).filter(({ isPrinted }) => isPrinted);
    const [withMargin, without] = [true, false].map((has) =>
      printed.filter(({ margin = 0 }) => margin > 0 === has).map(({ subject }) => subject),
    );
    expect(withMargin).toEqual(['printed: portrait', 'printed: compare', 'printed: learning']);
    expect(new Set(without)).toEqual(new Set(['poster', 'poster for the bench']));
  });

  test('galleryShots() names every picture once', () => {
    const names = galleryShots(siteWith(...SITE), SLIDES).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('publicShots() shows each template of the public site at the same widths, named apart from the portal', () => {
  const site = siteWith('index.html', 'persona/ada/index.html', 'persona/ben/index.html');
  const shots = publicShots(site);
  expect(shots).toHaveLength(16);
  expect(shots.every(({ isPublic }) => isPublic)).toBe(true);
  expect(shots.find(({ subject }) => subject === 'public site: portrait')?.path).toBe(
    '/persona/ada/',
  );
  const portal = galleryShots(siteWith(...SITE), SLIDES);
  expect(new Set([...portal, ...shots].map(({ name }) => name)).size).toBe(portal.length + 16);
});

test('galleryIndex() shows every picture under its subject', () => {
  const shots = galleryShots(siteWith(...SITE), SLIDES);
  const index = galleryIndex(shots);
  for (const { name } of shots) expect(index).toContain(`](${name})`);
  expect(index).toContain('## Slide: kpi');
});
