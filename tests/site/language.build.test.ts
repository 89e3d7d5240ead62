import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import english from '#core/language/en.json' with { type: 'json' };
import { pseudoWords } from '../core/language/pseudo-words.ts';
import { unmarkedTexts } from '../core/language/unmarked-texts.ts';
import { builtSites } from './built-sites.ts';
import { knownTexts } from './known-texts.ts';
import { runAstroBuild } from './run-astro-build.ts';

/** Whole sites take half a minute each; templates and charts are tried in tests/core/language. */
const isAskedFor = process.env['LANGUAGES'] === 'all';

describe.runIf(isAskedFor)('a site in a second language', () => {
  let languages: string;
  beforeAll(() => {
    languages = mkdtempSync(join(tmpdir(), 'languages-'));
    writeFileSync(join(languages, 'qps.json'), JSON.stringify(pseudoWords(english)));
  });
  afterAll(() => rmSync(languages, { recursive: true }));

  test.each(builtSites)(
    '$name says nothing that is not in the language file',
    { timeout: 300_000 },
    async (site) => {
      const config = join(languages, 'portal.config.ts');
      const shop = JSON.stringify(site.config);
      writeFileSync(
        config,
        `import shop from ${shop};\nexport default { ...shop, language: 'qps' };\n`,
      );
      const folder = join(languages, 'site');
      const { ok, output } = await runAstroBuild({ ...site, config, folder, languages });
      expect(ok, output).toBe(true);
      const known = knownTexts(site.content, site.config);
      const pages = globSync(`${folder}/**/*.html`);
      expect(pages.length).toBeGreaterThan(10);
      const found = pages.flatMap((path) => {
        const html = readFileSync(path, 'utf8');
        expect(html).toContain('[');
        return unmarkedTexts(html, known).map((text) => `${path.slice(folder.length)}: ${text}`);
      });
      expect(found).toEqual([]);
    },
  );
});
