import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from '#generate/generate.ts';
import type { GenerateReport } from '#generate/generate-report.ts';
import { silentProgress } from '#generate/progress.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { makeAudiences } from '#scripts/audiences/make-audiences.ts';
import { forgetPerson } from '#scripts/forget/forget-person.ts';
import { exportsFolder, shopConfig } from './exports/exports-fixture.ts';
import { folderTexts, temporaryFolder } from './temporary-folder.ts';

const HEADER = 'order,placedAt,email,phone,sku,quantity,unitPrice,Billing Name';
const EXPORTS = {
  'orders.csv': `${HEADER}
1,2021-10-05,old@example.com,,A,1,5,Old Timeron
2,2026-10-30,ann@example.com,+1 555 017 0001,A,1,20,Ann Fernbrook
3,2026-10-31,,+1 555 017 0001,A,2,10,Ann Fernbrook
4,2026-10-31,bo@example.org,,B,1,7,Bo Lindqvale
`,
};

interface Places {
  exports: string;
  content: string;
  state: string;
}

async function places(files: Record<string, string> = EXPORTS): Promise<Places> {
  const folder = temporaryFolder();
  return {
    exports: await exportsFolder(files),
    content: join(folder, 'content'),
    state: join(folder, 'content.portal'),
  };
}

async function run({ exports, content, state }: Places): Promise<GenerateReport> {
  return generate({
    exportsDirectory: exports,
    contentDirectory: content,
    stateDirectory: state,
    config: shopConfig({ privacy: { floor: 1 } }),
    check: false,
    refit: false,
    progress: silentProgress,
  });
}

test('generate() leaves out who asked for it: revenue and orders stay, the person is in nothing else', async () => {
  const at = await places();
  const before = await run(at);
  expect(before.totals).toMatchObject({ orders: 4, customers: 3, revenue: 52 });
  expect(statSync(join(at.state, 'known-people.txt')).mode & 0o777).toBe(0o600);
  // Heard of last more than three years before as-of.
  const vault = readFileSync(join(at.state, 'vault.csv'), 'utf8');
  expect(vault).not.toContain('old@example.com');
  expect(vault).toContain('ann@example.com');

  const engine = await openEngine();
  await forgetPerson(engine, at, 'Ann@Example.com');
  engine.close();
  writeFileSync(join(at.state, 'do-not-profile.csv'), 'bo@example.org\n');
  const after = await run(at);
  expect(after.totals).toMatchObject({ orders: 4, customers: 1, validLines: 4, revenue: 52 });
  expect(after.leftOut).toEqual([
    // With and without her e-mail address, by her phone she is one customer.
    { reason: 'forgotten', people: 1, floor: 1 },
    { reason: 'do-not-profile', people: 1, floor: 1 },
  ]);
  const dataset: unknown = JSON.parse(readFileSync(join(at.content, 'dataset.json'), 'utf8'));
  expect(dataset).toMatchObject({ leftOut: after.leftOut, freshness: [{ ageDays: 0 }] });
  expect(readFileSync(join(at.state, 'vault.csv'), 'utf8')).toBe('key,email,phone\n');

  await makeAudiences({
    exportsDirectory: at.exports,
    stateDirectory: at.state,
    publicDirectories: [],
    config: shopConfig(),
    progress: silentProgress,
  });
  const lists = folderTexts(join(at.state, 'audiences'));
  for (const text of Object.values(lists)) expect(text).toMatch(/^[^\n]+\n$/);

  const again = await run(at);
  expect(again.changes.filter(({ change }) => change !== 'unchanged')).toEqual([]);
});

test.each([
  ['a name', 'Thanks to Fernbrook, Ann'],
  ['a phone', 'Call 555-017-0001'],
])('generate() writes nothing when %s of a customer stands in a campaign', async (_, campaign) => {
  const at = await places({
    ...EXPORTS,
    'campaign-results.csv': `campaign,variant,recipients,sentAt,orders
"${campaign}",A,500,2026-10-01,20
"${campaign}",B,500,2026-10-01,30
`,
  });
  const error: unknown = await run(at).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'privacy/customer-in-content' });
  expect(JSON.stringify(error)).not.toMatch(/fernbrook|0001/i);
  expect(existsSync(at.content)).toBe(false);
  expect(existsSync(join(at.state, 'vault.csv'))).toBe(false);
});
