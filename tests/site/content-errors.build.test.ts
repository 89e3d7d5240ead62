import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtureSite } from './built-sites.ts';
import { runAstroBuild } from './run-astro-build.ts';

test('a build refuses a text with wrong names and code, and says file, line and the nearest name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-'));
  try {
    const content = join(folder, 'content');
    await cp(fixtureSite.content, content, { recursive: true });
    await writeFile(
      join(content, 'personas/core-customer.mdx'),
      [
        '---',
        'name: The Retired Giver',
        'essence: Described by hand',
        '---',
        '',
        'They spend <Fact is="personas/careful-giver#yearlySpent" /> and {process.exit()} more.',
        '',
        '<Chrat id="categories" />',
        '',
      ].join('\n'),
    );
    const { ok, output } = await runAstroBuild({
      content,
      config: fixtureSite.config,
      folder: join(folder, 'dist'),
    });
    expect(ok).toBe(false);
    expect(output).toMatch(
      /core-customer\.mdx:6:12: found <Fact is="personas\/careful-giver#yearlySpent">; expected a fact of personas\/careful-giver, perhaps "yearlySpend"/,
    );
    expect(output).toMatch(/core-customer\.mdx:6:\d+: found "{process\.exit\(\)}"; expected text/);
    expect(output).toMatch(
      /core-customer\.mdx:8:1: found <Chrat>; expected a component, perhaps <Chart>/,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
