import { readdirSync, statSync, writeFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silentProgress } from '#generate/progress.ts';
import { makeAudiences } from '#scripts/audiences/make-audiences.ts';
import { terminalAudiences } from '#scripts/audiences/terminal-audiences.ts';
import { exportsFolder, shopConfig } from '../../generate/exports/exports-fixture.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const HOSTILE_BRAND = '=HYPERLINK("http://evil.example","Loom")';

/** One new customer, one of a single brand with a hostile name, and an order whose number is a formula. */
const EXPORTS = {
  'orders.csv': `order,placedAt,email,sku,title,quantity,unitPrice,brand
1,2026-10-05,loyal@example.com,A,Jeans,6,20,"${HOSTILE_BRAND.replaceAll('"', '""')}"
"=1+1",2026-10-31,fresh@example.com,B,Belt,1,15,Other
`,
};

async function run(stateDirectory: string, publicDirectories: string[] = []) {
  const warnings: string[] = [];
  const made = await makeAudiences({
    exportsDirectory: await exportsFolder(EXPORTS),
    stateDirectory,
    publicDirectories,
    config: shopConfig(),
    progress: { ...silentProgress, warn: (message) => warnings.push(message) },
  });
  return { made, warnings };
}

const permissions = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('makeAudiences() writes every list for the owner of the account alone', async () => {
  const state = join(temporaryFolder(), 'state');
  // An earlier folder that others could open.
  mkdirSync(join(state, 'audiences'), { recursive: true, mode: 0o755 });
  writeFileSync(join(state, 'audiences/new.csv'), 'old', { mode: 0o644 });
  await run(state);
  const lists = readdirSync(join(state, 'audiences'));
  expect(lists.sort()).toEqual(
    ['formerly-happy', 'hero', 'last-christmas', 'new', 'one-brand', 'second-purchase-due'].map(
      (id) => `${id}.csv`,
    ),
  );
  expect(permissions(join(state, 'audiences'))).toBe('700');
  for (const list of lists) expect(permissions(join(state, 'audiences', list))).toBe('600');
  expect(permissions(join(state, 'packing-tags.csv'))).toBe('600');
  expect(readFileSync(join(state, 'audiences/new.csv'), 'utf8')).toBe(
    'email,phone,reason\nfresh@example.com,,first purchase on 2026-10-31\n',
  );
});

test('makeAudiences() makes text of formulas that came out of an export', async () => {
  const state = temporaryFolder();
  await run(state);
  const brand = readFileSync(join(state, 'audiences/one-brand.csv'), 'utf8');
  expect(brand).toContain('100 % of 6 pieces are of =HYPERLINK');
  expect(brand).not.toMatch(/(?:^|[,;\n"])=/m);
  expect(readFileSync(join(state, 'packing-tags.csv'), 'utf8')).toBe(
    "order,persona,first_order,gift\n'=1+1,,yes,no\n",
  );
});

test('makeAudiences() says that Portraits are missing before generate has run', async () => {
  const { warnings } = await run(temporaryFolder());
  expect(warnings).toContain(
    'No customer has a Portrait yet, so the packing tags name none: run "npm run generate" first',
  );
});

test.each(['', 'inside', 'deep/inside'])(
  'makeAudiences() refuses a folder that is published: content/%s',
  async (below) => {
    const content = temporaryFolder();
    await expect(run(join(content, below), [content])).rejects.toMatchObject({
      code: 'state/public',
    });
    expect(readdirSync(content)).toEqual([]);
  },
);

test('makeAudiences() takes "content.portal" beside "content" for no part of it', async () => {
  const folder = temporaryFolder();
  await run(join(folder, 'content.portal'), [join(folder, 'content')]);
  expect(readdirSync(folder)).toEqual(['content.portal']);
});

test('terminalAudiences() shows sizes, and no revenue of so few that it would be somebody’s', async () => {
  const { made } = await run(temporaryFolder());
  const shown = terminalAudiences(made, {
    locale: 'en-GB',
    currency: 'GBP',
    timeZone: 'Europe/London',
    floor: 10,
  });
  expect(shown).toMatch(/New +1 +1 +under 10 people/);
  expect(shown).not.toContain('example.com');
});
