import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { AudiencesSchema } from '#core/schemas/audience.ts';
import { VoiceSchema } from '#core/schemas/voice.ts';
import { builtSites, fixtureSite } from './built-sites.ts';
import { attributeValues, siteFiles, sitePages, targetFile } from './site-files.ts';

/** The page without the values of its attributes, where < and > are plain letters. */
function bare(html: string): string {
  return html.replace(/="[^"]*"/g, '=""');
}

/** What a reader reads: no tags, and letters instead of their names. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

const ROUTES = [
  '404.html',
  'audiences/index.html',
  'brand.css',
  'facts.json',
  'go-to-market/index.html',
  'guess/index.html',
  'guess/worker.js',
  'index.html',
  'insights/index.html',
  'kpis/index.html',
  'kpis/tree/index.html',
  'llms.txt',
  'method/index.html',
  'personas/compare/index.html',
  'personas/index.html',
  'personas/map/index.html',
  'rss.xml',
  'screen/index.html',
  'screen/leadership/index.html',
  'screen/packing/index.html',
  'screen/service/index.html',
  'screen/worker.js',
  'search-index.json',
  'search/index.html',
  'version.json',
  'voices/index.html',
];

describe.each(builtSites)('the site of $name', ({ folder, content }) => {
  const files = new Set(siteFiles(folder));
  const pages = sitePages(folder);

  test('has every route', () => {
    expect(ROUTES.filter((route) => !files.has(route))).toEqual([]);
  });

  test.each(['personas', 'insights', 'kpis'])('has a page for every entry of %s', (kind) => {
    const folderOfKind = join(content, kind);
    const names = existsSync(folderOfKind) ? readdirSync(folderOfKind) : [];
    const ids = names
      .filter((name) => name !== 'segmentation.json' && /\.(json|mdx)$/.test(name))
      .map((name) => name.replace(/\.(json|mdx)$/, ''));
    expect(ids.filter((id) => !files.has(`${kind}/${id}/index.html`))).toEqual([]);
  });

  test('shows every audience with its words, and an invitation without any', () => {
    const page = readFileSync(join(folder, 'audiences/index.html'), 'utf8');
    const path = join(content, 'audiences.json');
    const audiences = existsSync(path)
      ? AudiencesSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).audiences
      : [];
    if (audiences.length === 0) expect(page).toContain('No audiences yet');
    for (const { id, label, advocate } of audiences) {
      const [, article = ''] = page.split(`id="${id}"`);
      expect(article).toContain(label);
      expect(article).toContain(advocate ?? 'Nobody speaks for them yet');
    }
    expect(page).not.toMatch(/[\w.]@[\w.]/);
  });

  test('shows every voice as text, in the menu as soon as there is one, and how to begin without any', () => {
    const page = readFileSync(join(folder, 'voices/index.html'), 'utf8');
    const names = existsSync(join(content, 'voices')) ? readdirSync(join(content, 'voices')) : [];
    const ids = names.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -5));
    expect(page.includes('npm run new -- voice')).toBe(ids.length === 0);
    const home = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(/<a[^>]* href="[^"]*voices\//.test(home)).toBe(ids.length > 0);
    for (const id of ids) {
      const [, article = ''] = page.split(`id="${id}"`);
      const voice = VoiceSchema.parse(
        parse(readFileSync(join(content, `voices/${id}.yaml`), 'utf8')),
      );
      expect(textOf(article)).toContain(voice.name);
      expect(textOf(article)).toContain(voice.quote);
      const about = [
        ...voice.personas.map((persona) => `personas/${persona}`),
        ...voice.insights.map((insight) => `insights/${insight}`),
        ...voice.kpis.map((kpi) => `kpis/${kpi}`),
      ];
      for (const path of about) {
        const told = readFileSync(join(folder, path, 'index.html'), 'utf8');
        expect(textOf(told)).toContain(voice.quote);
      }
    }
  });

  test('tells how to reach every measured Portrait, in figures that can be asked, and says what is not known', () => {
    const page = readFileSync(join(folder, 'go-to-market/index.html'), 'utf8');
    const [, ...articles] = page.split('<article class="market"');
    const portraits = pages.filter(({ path }) => /^personas\/[a-z-]+\/index\.html$/.test(path));
    expect(articles.length).toBeLessThanOrEqual(portraits.length);
    if (articles.length === 0) expect(page).toContain('class="empty"');
    for (const article of articles) {
      for (const question of ['Where they come to us', 'When', 'Whether it takes a discount']) {
        expect(article).toContain(`<h4>${question}</h4>`);
      }
      expect(article).toContain('popovertarget');
    }
    const strips = page.split('<figure class="reach">').slice(1);
    for (const strip of strips) {
      // Period, number and sources, and the same as a table.
      expect(strip).toMatch(/<figcaption>[^<]*\d{4}[^<]*customers[^<]*from /);
      expect(strip).toContain('<table');
    }
  });

  test('has no link and no asset that leads nowhere', () => {
    const broken = pages.flatMap(({ path, html }) =>
      [...attributeValues(html, 'href'), ...attributeValues(html, 'src')]
        .filter((address) => !/^(?:https?:|mailto:|data:)/.test(address))
        .filter((address) => !files.has(targetFile(path, address)))
        .map((address) => `${path} → ${address}`),
    );
    expect(broken).toEqual([]);
  });

  test('has no id twice on a page, and opens no popover that is not there', () => {
    const wrong = pages.flatMap(({ path, html }) => {
      const ids = attributeValues(html, 'id');
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
      const missing = attributeValues(html, 'popovertarget').filter((id) => !ids.includes(id));
      return [...twice, ...missing].map((id) => `${path}: ${id}`);
    });
    expect(wrong).toEqual([]);
  });

  test('has the passport of every row of figures on a Portrait’s page a tap away', () => {
    const rows = sitePages(folder)
      .filter(({ html }) => html.includes('class="page page--persona"'))
      .flatMap(({ path, html }) =>
        [...html.matchAll(/<tbody>.*?<\/tbody>/gs)].flatMap(([body]) =>
          [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => ({ path, html, row })),
        ),
      );
    expect(rows.length > 0).toBe(existsSync(join(content, 'personas')));
    const without = rows.filter(({ html, row }) => {
      const [id] = attributeValues(row, 'popovertarget');
      return id === undefined || !html.includes(`<span id="${id}" popover class="passport">`);
    });
    expect(without.map(({ path, row }) => `${path}: ${textOf(row)}`)).toEqual([]);
  });

  test('shows every page in links with a picture of 1200 × 630', () => {
    const wrong = pages.flatMap(({ path, html }) => {
      const image = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1];
      if (!image) return [`${path} has none`];
      const file = join(folder, new URL(image, 'http://localhost').pathname);
      const png = existsSync(file) ? readFileSync(file) : null;
      return png && png.readUInt32BE(16) === 1200 && png.readUInt32BE(20) === 630
        ? []
        : [`${path}: ${image}`];
    });
    expect(wrong).toEqual([]);
  });

  test('has no style attribute, no style element and no script inside a page', () => {
    const wrong = pages
      .filter(({ html }) =>
        /<[^>]+\sstyle=["\s>]|<style[\s>]|<script(?![^>]*\ssrc=)/.test(bare(html)),
      )
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test('loads nothing from elsewhere and says so in its policy', () => {
    for (const { path, html } of pages) {
      const loaded = [
        ...attributeValues(html, 'src'),
        // The canonical address says where the page is served; nobody fetches it.
        ...[...html.matchAll(/<link[^>]+>/g)]
          .filter(([tag]) => !tag.includes('rel="canonical"'))
          .flatMap(([tag]) => attributeValues(tag, 'href')),
      ];
      expect(
        loaded.filter((address) => /^(?:https?:)?\/\//.test(address)),
        path,
      ).toEqual([]);
      const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1];
      expect(policy, path).toContain("default-src 'self'");
      expect(policy, path).not.toContain('unsafe');
    }
    for (const path of [...files].filter((name) => name.endsWith('.css'))) {
      expect(readFileSync(join(folder, path), 'utf8')).not.toMatch(/url\(["']?(?:https?:)?\/\//);
    }
  });

  test('has two faces, each in a file for English and one for the rest of Latin', () => {
    const faces = [...files].flatMap((path) => /([\w-]+)\.[\w-]{8}\.woff2$/.exec(path)?.[1] ?? []);
    expect(faces.sort()).toEqual(
      ['instrument-sans', 'newsreader'].flatMap((face) => [`${face}-english`, `${face}-other`]),
    );
  });

  test('has parts for programs that can be read', () => {
    const json = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
    expect(json('version.json').version).toMatch(/^[0-9a-f]{16}$/);
    expect(json('version.json').program).toMatch(/^[0-9a-f]{16}$/);
    expect(json('facts.json').schemaVersion).toBe(1);
    expect(readFileSync(join(folder, 'rss.xml'), 'utf8')).toContain('<rss version="2.0"');
  });
});

describe('hostile text', () => {
  const pages = sitePages(fixtureSite.folder);

  test('is shown as text, never as markup', () => {
    for (const { path, html } of pages) {
      expect(bare(html), path).not.toContain('<script>alert');
      expect(bare(html), path).not.toMatch(/<img[^>]+onerror/);
    }
    const persona = pages.find(({ path }) => path === 'personas/quiet-newcomer/index.html');
    expect(persona?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; {process.exit()}');
    expect(persona?.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(persona?.html).toContain('=HYPERLINK(');
  });
});

describe('facts', () => {
  const html = readFileSync(join(fixtureSite.folder, 'personas/careful-giver/index.html'), 'utf8');

  test('that are suppressed tell nothing of their number', () => {
    expect(html).toContain('not shown');
    const passport = /id="(passport-returnShare-[^"]+)"(.*?)class="fact/s.exec(html)?.[2] ?? '';
    expect(passport).toContain('Fewer than 10 people stand behind it');
    expect(passport).not.toContain('Counted');
  });

  test('that are unavailable say why, and stale ones that they are old', () => {
    expect(html).toContain('No shipments export was found');
    expect(html).toContain('out of date');
  });
});

describe('claims', () => {
  const html = readFileSync(
    join(fixtureSite.folder, 'personas/brand-enthusiast/index.html'),
    'utf8',
  );

  test('that hold stand in one paragraph; those that do not are left out', () => {
    const paragraph = /<p class="claims">(.*?)<\/p>/s.exec(html)?.[1] ?? '';
    expect(paragraph).toContain('They buy about once a month');
    expect(paragraph).toContain('Almost everything is one thing');
    expect(html).not.toContain('They come rarely');
  });
});
