import { readdirSync, statSync, writeFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AUDIENCE_IDS } from '#core/audiences/audience.ts';
import { portraitWords } from '#core/audiences/portrait-words.ts';
import { silentProgress } from '#generate/progress.ts';
import { makeAudiences, type AudiencesRequest } from '#scripts/audiences/make-audiences.ts';
import { readPortraits } from '#scripts/audiences/read-portraits.ts';
import { terminalAudiences } from '#scripts/audiences/terminal-audiences.ts';
import { exportsFolder, shopConfig } from '../../generate/exports/exports-fixture.ts';
import { folderTexts } from '../../generate/temporary-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const FORMATS = { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London' };
const HOSTILE_BRAND = '=HYPERLINK("http://evil.example","Loom")';

/** One new customer, one of a single brand with a hostile name, and an order whose number is a formula. */
const EXPORTS = {
  'orders.csv': `order,placedAt,email,sku,title,quantity,unitPrice,brand
1,2026-10-05,loyal@example.com,A,Jeans,6,20,"${HOSTILE_BRAND.replaceAll('"', '""')}"
"=1+1",2026-10-31,fresh@example.com,B,Belt,1,15,Other
`,
};

async function run(
  stateDirectory: string,
  publicDirectories: string[] = [],
  change: Partial<AudiencesRequest> = {},
) {
  const warnings: string[] = [];
  const made = await makeAudiences({
    exportsDirectory: await exportsFolder(EXPORTS),
    stateDirectory,
    publicDirectories,
    config: shopConfig(),
    ...change,
    progress: { ...silentProgress, warn: (message) => warnings.push(message) },
  });
  return { made, warnings };
}

/** Everything below a folder, with its permissions. */
function entries(folder: string): { path: string; mode: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => ({
    path,
    mode: (statSync(join(folder, path)).mode & 0o777).toString(8),
  }));
}

test('makeAudiences() writes every list for the owner of the account alone', async () => {
  const state = join(temporaryFolder(), 'state');
  // An earlier folder that others could open.
  mkdirSync(join(state, 'audiences'), { recursive: true, mode: 0o755 });
  writeFileSync(join(state, 'audiences/new.csv'), 'old', { mode: 0o644 });
  await run(state);
  const lists = readdirSync(join(state, 'audiences'));
  // No export names abandoned baskets.
  const given = AUDIENCE_IDS.filter((id) => id !== 'follow-up-baskets');
  const names = given.map((id) => `${id}.csv`).sort();
  expect(lists.sort()).toEqual([...names, 'klaviyo', 'mailchimp'].sort());
  for (const tool of ['klaviyo', 'mailchimp']) {
    expect(readdirSync(join(state, 'audiences', tool)).sort()).toEqual(names);
  }
  for (const { path, mode } of entries(state)) {
    expect(`${path} ${mode}`).toBe(
      `${path} ${path.includes('.') || path === 'secret' ? '600' : '700'}`,
    );
  }
  expect(readFileSync(join(state, 'audiences/new.csv'), 'utf8')).toBe(
    'email,phone,reason,write_on\nfresh@example.com,,first purchase on 2026-10-31,2026-10-31\n',
  );
});

test('makeAudiences() makes text of formulas that came out of an export', async () => {
  const state = temporaryFolder();
  await run(state);
  const brand = readFileSync(join(state, 'audiences/one-brand.csv'), 'utf8');
  expect(brand).toContain('100% of 6 pieces are of =HYPERLINK');
  expect(brand).not.toMatch(/(?:^|[,;\n"])=/m);
  expect(readFileSync(join(state, 'packing-tags.csv'), 'utf8')).toBe(
    "order,persona,portrait,first_order,gift,after_complaint,care\n'=1+1,,,yes,no,no,First order: pack it as a welcome\n",
  );
});

test('makeAudiences() tags an order with the id of the Portrait and with the name that people gave it', async () => {
  const state = temporaryFolder();
  await run(state);
  const key = /^([^,]+),new,/m.exec(readFileSync(join(state, 'contact-log.csv'), 'utf8'))?.[1];
  writeFileSync(
    join(state, 'assignments.csv'),
    `key,persona,distance\n${key ?? ''},monthly-jeans-loyalist,0.5\n`,
  );
  const content = join(temporaryFolder(), 'content');
  mkdirSync(join(content, 'personas'), { recursive: true });
  const tagged = async (): Promise<string> => {
    const portraits = readPortraits(content, FORMATS);
    await run(state, [], {
      portraitOf: (id, customer) =>
        portraitWords(portraits.get(id) ?? { name: id, isHint: false }, customer),
    });
    return readFileSync(join(state, 'packing-tags.csv'), 'utf8');
  };
  expect(await tagged()).toContain(
    '\'=1+1,monthly-jeans-loyalist,"monthly-jeans-loyalist (a first guess, after one purchase)",yes,no,no,',
  );
  writeFileSync(
    join(content, 'personas/monthly-jeans-loyalist.mdx'),
    '---\nname: The Brand Enthusiast\nessence: Comes for one brand\n---\n\nText.\n',
  );
  expect(await tagged()).toContain(
    '\'=1+1,monthly-jeans-loyalist,"The Brand Enthusiast (a first guess, after one purchase)",yes,no,no,',
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

test('makeAudiences() writes no list of an audience that the exports cannot give, and takes away an earlier one', async () => {
  const state = temporaryFolder();
  mkdirSync(join(state, 'audiences/klaviyo'), { recursive: true });
  const earlier = 'audiences/klaviyo/follow-up-baskets.csv';
  writeFileSync(join(state, earlier), 'Email\nann@example.com\n');
  await run(state);
  const lists = Object.keys(folderTexts(state)).filter((path) => path.startsWith('audiences/'));
  expect(lists.filter((path) => path.includes('follow-up-baskets'))).toEqual([]);
  expect(lists).toContain('audiences/new.csv');
});

test('terminalAudiences() shows sizes, and no revenue of so few that it would be somebody’s', async () => {
  const { made } = await run(temporaryFolder());
  const shown = terminalAudiences(made, FORMATS, 10);
  expect(shown).toMatch(
    /audience +people +on the list +want no marketing +no contact +not yet due/,
  );
  expect(shown).toMatch(/New +1 +1 +0 +0 +0 +0 +under 10 people/);
  expect(shown).toMatch(/Follow-up calls: abandoned baskets +unavailable\n/);
  expect(shown).toContain('add abandoned-baskets.csv');
  expect(shown).not.toContain('example.com');
});

/** Everything that a run wrote into a state folder but the secret. */
function written(state: string): Record<string, string> {
  const texts = folderTexts(state);
  delete texts['secret'];
  return texts;
}

test('makeAudiences() writes the same bytes when it runs again on the same day', async () => {
  const state = temporaryFolder();
  const change = { config: shopConfig({ audiences: { contactLimit: { lists: 1 } } }) };
  await run(state, [], change);
  const first = written(state);
  expect(first['contact-log.csv']).toMatch(/,new,2026-10-31\n/);
  const { made } = await run(state, [], change);
  expect(written(state)).toEqual(first);
  expect(made.audiences.find(({ id }) => id === 'new')?.listed).toBe(1);
});

test('makeAudiences() leaves out whoever is on as many lists of the last days as anybody may be', async () => {
  const state = temporaryFolder();
  const config = shopConfig({
    audiences: { contactLimit: { lists: 1, days: 10 }, new: { days: 60 } },
  });
  const listed = async (asOf: string): Promise<number[]> => {
    const { made } = await run(state, [], { config, asOf });
    return made.audiences
      .filter(({ id }) => id === 'new')
      .flatMap(({ listed: on, overLimit }) => [on, overLimit]);
  };
  expect(await listed('2026-10-06')).toEqual([1, 0]);
  expect(await listed('2026-10-15')).toEqual([0, 1]);
  expect(await listed('2026-10-16')).toEqual([1, 0]);
  // An earlier day is no way around the limit.
  expect(await listed('2026-10-10')).toEqual([0, 1]);
});

test('makeAudiences() gives the one place to the first audience, and counts a list made alone against the others', async () => {
  const state = temporaryFolder();
  const config = shopConfig({
    audiences: {
      contactLimit: { lists: 1, days: 10 },
      new: { days: 60 },
      'follow-up-buyers': { share: 1, days: 60 },
    },
  });
  const { made } = await run(state, [], { config, audience: 'follow-up-buyers' });
  expect(made.audiences.map(({ id, listed }) => [id, listed])).toEqual([['follow-up-buyers', 2]]);
  expect(readdirSync(state)).not.toContain('packing-tags.csv');
  const all = await run(state, [], { config, asOf: '2026-11-20' });
  const sizes = new Map(all.made.audiences.map(({ id, listed }) => [id, listed]));
  expect([sizes.get('new'), sizes.get('follow-up-buyers')]).toEqual([2, 0]);
  const later = await run(state, [], { config, asOf: '2026-11-21', audience: 'follow-up-buyers' });
  expect(later.made.audiences[0]).toMatchObject({ listed: 0, overLimit: 2 });
});

test('makeAudiences() writes nothing on a dry run, and nobody counts as written to', async () => {
  const state = temporaryFolder();
  const { made } = await run(state, [], { dryRun: true });
  expect(made.audiences.find(({ id }) => id === 'new')?.listed).toBe(1);
  expect(readdirSync(state)).toEqual(['secret']);
});

test('makeAudiences() refuses an audience that there is not, with the nearest name', async () => {
  await expect(run(temporaryFolder(), [], { audience: 'heros' })).rejects.toMatchObject({
    code: 'call/unknown-audience',
    hint: 'Did you mean "hero"?',
  });
});

test('makeAudiences() stops at a log that is damaged instead of forgetting who was written to', async () => {
  for (const text of [
    'day\n',
    'key,audience,day\nabc,heroes,2026-10-01\n',
    'key,audience,day\nabc,hero,2026-02-30\n',
  ]) {
    const state = temporaryFolder();
    writeFileSync(join(state, 'contact-log.csv'), text);
    await expect(run(state)).rejects.toMatchObject({ code: 'state/damaged-contact-log' });
    expect(readdirSync(state).sort()).toEqual(['contact-log.csv', 'secret']);
  }
});

test('makeAudiences() takes nobody who asked not to be profiled, was forgotten or expired on any list or tag', async () => {
  const state = temporaryFolder();
  writeFileSync(join(state, 'do-not-profile.csv'), 'fresh@example.com\n');
  const { made } = await run(state, [], {
    asOf: '2026-11-01',
    config: shopConfig({ privacy: { retentionDays: 20 } }),
  });
  expect(made.audiences.map(({ listed }) => listed)).toEqual(AUDIENCE_IDS.map(() => 0));
  expect(Object.values(written(state)).join('')).not.toMatch(/loyal@|fresh@example\.com.*purchase/);
  expect(readFileSync(join(state, 'packing-tags.csv'), 'utf8')).toContain("'=1+1,,,,no,,\n");
});
