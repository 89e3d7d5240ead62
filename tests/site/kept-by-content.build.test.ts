import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureSite } from './built-sites.ts';
import { runAstroBuild } from './run-astro-build.ts';
import { siteFiles } from './site-files.ts';

interface Built {
  files: Map<string, string>;
  /** Pages of learnings that the build wrote itself. */
  written: string[];
  /** Further pages of their lists that it wrote itself. */
  lists: number;
  /** Names of the charts and cards that are kept after it. */
  renderings: string[];
}

/** Copies of one, so that there are enough to be sorted into lists. */
const MORE = ['five', 'four', 'six', 'three', 'two'].map((name) => `packer-${name}`);
const LEARNINGS = ['a-packer-noticed', ...MORE, 'saved-basket', 'voucher-every-week'];

let folder: string;
let content: string;
let site: string;
let cold: Built;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-by-content-'));
  content = join(folder, 'content');
  site = join(folder, 'site');
  cpSync(fixtureSite.content, content, { recursive: true });
  for (const name of MORE) cpSync(learning('a-packer-noticed'), learning(name));
  cold = await build();
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function build(): Promise<Built> {
  const { ok, output } = await runAstroBuild({ ...fixtureSite, content, folder: site });
  expect(ok, output).toBe(true);
  const learnings = [...output.matchAll(/\/insights\/([a-z-]+)\/index\.html/g)];
  const lists = output.match(/\/insights\/[a-z]+\/[\w-]+\/index\.html/g);
  return {
    files: new Map(siteFiles(site).map((path) => [path, readFileSync(join(site, path), 'latin1')])),
    written: learnings.map(([, id = '']) => id).sort(),
    lists: lists?.length ?? 0,
    renderings: readdirSync(kept('renderings')).sort(),
  };
}

function learning(id: string): string {
  return join(content, `insights/${id}.mdx`);
}

function kept(kind: 'renderings' | 'pages', name = ''): string {
  return join(`${site}.cache`, kind, name);
}

/** Files that are not the same byte for byte. */
function differing(left: Built, right: Built): string[] {
  expect([...left.files.keys()]).toEqual([...right.files.keys()]);
  return [...left.files]
    .filter(([path, bytes]) => right.files.get(path) !== bytes)
    .map(([path]) => path);
}

test('a site is the same byte for byte with what it is made of kept, damaged or left over', async () => {
  const cards = [...cold.files.keys()].filter((path) => path.endsWith('/og.png'));
  expect(cards.length).toBeGreaterThan(10);
  expect(cold.renderings.length).toBeGreaterThan(cards.length);
  expect(cold.written).toEqual(LEARNINGS);
  expect(cold.lists).toBeGreaterThan(3);
  const lists = [...cold.files.keys()].filter((path) =>
    /^insights\/.+\/.+\/index\.html$/.test(path),
  );
  // A page and a card of each learning, the pages of lists, and which these are.
  expect(readdirSync(kept('pages'))).toHaveLength(2 * LEARNINGS.length + lists.length + 1);

  // Every third is damaged, and the card of one learning; one is of a build that is long over.
  const [first = ''] = cold.renderings;
  for (const name of cold.renderings.filter((_, at) => at % 3 === 0))
    writeFileSync(kept('renderings', name), '<svg/>');
  cpSync(kept('renderings', first), kept('renderings', 'of-former-content'), {
    preserveTimestamps: true,
  });
  const cardOfOne = readdirSync(kept('pages')).find((name) => name.endsWith('-card')) ?? '';
  writeFileSync(kept('pages', cardOfOne), 'no picture');
  const begin = Date.now();
  const warm = await build();
  expect(differing(warm, cold)).toEqual([]);
  expect(warm.written).toHaveLength(1);
  expect(warm.lists).toBe(0);
  // Charts of pages that are taken over stay, though nobody asks for them; so does what is left over, until a build writes all.
  expect(warm.renderings).toEqual([...cold.renderings, 'of-former-content'].sort());
  const redrawn = warm.renderings.filter(
    (name) => statSync(kept('renderings', name)).birthtimeMs >= begin,
  );
  expect(redrawn.length).toBeGreaterThan(0);
  expect(redrawn.length).toBeLessThanOrEqual(Math.ceil(cold.renderings.length / 3));

  rmSync(kept('pages'), { recursive: true });
  const whole = await build();
  expect(differing(whole, cold)).toEqual([]);
  expect(whole.written).toEqual(LEARNINGS);
  expect(whole.renderings).toEqual(cold.renderings);
}, 120_000);

test('after a sentence more only its page is written, and no list is another', async () => {
  writeFileSync(
    learning('packer-two'),
    `${readFileSync(learning('packer-two'), 'utf8')}\nOne sentence more.\n`,
  );
  const warm = await build();
  expect([...warm.written, warm.lists]).toEqual(['packer-two', 0]);
  rmSync(kept('pages'), { recursive: true });
  const whole = await build();
  expect(whole.lists).toBe(cold.lists);
  expect(differing(whole, warm)).toEqual([]);
}, 120_000);

test('after a change only the pages that it is about are written, as without anything kept', async () => {
  const noticed = readFileSync(learning('a-packer-noticed'), 'utf8');
  const retitled = noticed.replace(/^title: .*$/m, 'title: Somebody noticed');
  // One says something else and has another title, one is new, one is gone; of all the others nothing has changed.
  writeFileSync(learning('a-packer-noticed'), `${retitled}\nAnd said so.\n`);
  writeFileSync(learning('another'), noticed);
  for (const form of ['json', 'mdx']) rmSync(join(content, `insights/voucher-every-week.${form}`));
  const warm = await build();
  expect(warm.written).toEqual(['a-packer-noticed', 'another']);
  rmSync(`${site}.cache`, { recursive: true });
  const anew = await build();
  expect(anew.written).toEqual(['a-packer-noticed', 'another', ...MORE, 'saved-basket']);
  expect(warm.lists).toBe(anew.lists);
  expect(differing(warm, anew)).toEqual([]);
}, 120_000);
