import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from '#scripts/cli/places.ts';
import { browserPath } from '#scripts/pictures/open-browser.ts';
import { pagesToVisit } from './first-visits.ts';
import { servePacked } from './serve-packed.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Lighthouse's own ways of visiting: a slow phone is what it does unasked. */
const FORMS = { phone: [], desk: ['--preset=desktop'] } as const;

/** What Lighthouse makes of a page: 0 to 100 in each of its four categories. */
export interface LighthouseScore {
  path: string;
  form: keyof typeof FORMS;
  scores: Record<(typeof CATEGORIES)[number], number>;
}

/** The part of Lighthouse's report that is read. */
interface Report {
  categories: Record<(typeof CATEGORIES)[number], { score: number }>;
}

/**
 * One page of each template: those of a first visit, and what is reached from them.
 *
 * @throws GenerateError `build/missing`
 */
export function pagesOfTemplates(site: string): string[] {
  const firstIn = (path: string): string => {
    const [first = ''] = readdirSync(join(site, path), { withFileTypes: true })
      .filter((item) => item.isDirectory())
      .map(({ name }) => name)
      .sort();
    return `${path}${first}/`;
  };
  return [
    ...pagesToVisit(site),
    ...[firstIn(firstIn('/personas/compare/')), '/personas/map/', firstIn('/insights/grade/')],
    ...[firstIn('/poster/'), `${firstIn('/poster/')}bench/`, '/guess/', '/screen/', '/404.html'],
  ];
}

/**
 * Has Lighthouse, as bench/lighthouse pins it and installs it for this, visit pages of a built site as a slow phone and
 * as a desk.
 *
 * @param paths "/personas/"
 * @throws Error where it cannot be installed or a visit fails
 */
export async function benchLighthouse(
  site: string,
  paths: readonly string[],
): Promise<LighthouseScore[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-lighthouse-'));
  const server = await servePacked(site);
  try {
    for (const name of ['package.json', 'package-lock.json'])
      copyFileSync(join(REPOSITORY, 'bench/lighthouse', name), join(folder, name));
    await promisify(execFile)('npm', ['ci'], { cwd: folder });
    const scores: LighthouseScore[] = [];
    for (const path of paths)
      for (const form of ['phone', 'desk'] as const)
        scores.push({ path, form, scores: await visit(folder, server.url + path, form) });
    return scores;
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function visit(
  folder: string,
  address: string,
  form: keyof typeof FORMS,
): Promise<LighthouseScore['scores']> {
  const browser = await browserPath();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(folder, 'node_modules/lighthouse/cli/index.js'),
      ...[address, '--quiet', '--output=json', `--only-categories=${CATEGORIES.join(',')}`],
      ...['--chrome-flags=--headless=new --no-sandbox --disable-gpu', ...FORMS[form]],
    ],
    {
      cwd: folder,
      env: { ...process.env, ...(browser !== null && { CHROME_PATH: browser }) },
      maxBuffer: 1e9,
    },
  );
  const { categories } = JSON.parse(stdout) as Report;
  const score = (name: (typeof CATEGORIES)[number]) => Math.round(categories[name].score * 100);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
  };
}

/** A Markdown table, as docs/performance.md holds it. */
export function formatLighthouse(scores: readonly LighthouseScore[]): string {
  return [
    `| page | as | ${CATEGORIES.join(' | ')} |`,
    `| :--- | :--- | ${CATEGORIES.map(() => '---:').join(' | ')} |`,
    ...scores.map(
      ({ path, form, scores: of }) =>
        `| \`${path}\` | ${form} | ${CATEGORIES.map((name) => of[name]).join(' | ')} |`,
    ),
  ].join('\n');
}
