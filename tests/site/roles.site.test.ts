import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ROLES } from '#core/schemas/role.ts';
import { KPI_ORDER } from '#components/role-order.ts';
import { builtSites, fixtureSite } from './built-sites.ts';
import { layoutShift } from './layout-shift.ts';
import { visitSite } from './visit-site.ts';

const visit = visitSite(fixtureSite.folder);

const choice = () => visit.page.getByLabel('My role');
const headings = () => visit.page.locator('main h2').allInnerTexts();
const parts = () =>
  visit.page
    .locator('[data-order]')
    .first()
    .evaluate((whole) =>
      [...whole.children].map((part) => (part as HTMLElement).dataset['part'] ?? ''),
    );
/** What stands on the page, in whatever order. */
const words = async () => (await visit.page.locator('main').innerText()).split(/\s+/).sort();

describe('my role', () => {
  test('puts what matters to it first on the home page, and hides nothing', async () => {
    await visit.page.goto(`${visit.site.url}/`);
    const everybody = await parts();
    const said = await words();
    for (const [role, first] of [
      ['packing', 'boxes'],
      ['finance', 'stand'],
      ['leadership', 'stand'],
      ['marketing', 'market'],
    ] as const) {
      await choice().selectOption(role);
      expect((await parts())[0], role).toBe(first);
      expect([...(await parts())].sort()).toEqual([...everybody].sort());
      expect(await words()).toEqual(said);
    }
    await choice().selectOption('');
    expect(await parts()).toEqual(everybody);
  });

  test('is remembered on the device, on every page', async () => {
    await visit.page.goto(`${visit.site.url}/`);
    const first = (await headings())[0];
    await choice().selectOption('finance');
    await visit.page.reload();
    expect(await choice().inputValue()).toBe('finance');
    expect((await headings())[0]).not.toBe(first);
    await visit.page.goto(`${visit.site.url}/personas/brand-enthusiast/`);
    expect(await choice().inputValue()).toBe('finance');
  });

  test('opens its notes at the head of a Portrait, and puts them back', async () => {
    await visit.page.goto(`${visit.site.url}/personas/brand-enthusiast/`);
    const order = () =>
      visit.page.evaluate(() =>
        [...document.querySelectorAll('main :is(.for-role, .story p)')].map(({ textContent }) =>
          textContent.trim().slice(0, 40),
        ),
      );
    const before = await order();
    await choice().selectOption('packing');
    expect((await order())[0]).toContain('At the packing bench');
    expect(await visit.page.locator('.own-notes > .for-role').count()).toBe(1);
    await choice().selectOption('service');
    expect((await order())[0]).toContain('In customer service');
    expect(await visit.page.locator('.own-notes > .for-role').count()).toBe(1);
    await choice().selectOption('');
    expect(await order()).toEqual(before);
  });

  test('stands open beside each name in the list of Portraits', async () => {
    await visit.page.goto(`${visit.site.url}/personas/?role=packing`);
    const line = visit.page.getByText('Fold the hem to the front').first();
    expect(await line.isVisible()).toBe(true);
    await choice().selectOption('');
    expect(await line.isVisible()).toBe(false);
    await visit.page.getByText('What this means for each role').first().click();
    expect(await line.isVisible()).toBe(true);
  });

  test('is lent by a link for the visit, and leaves what was chosen here', async () => {
    await visit.page.goto(`${visit.site.url}/`);
    await choice().selectOption('finance');
    await visit.page.goto(`${visit.site.url}/?role=packing`);
    expect(await choice().inputValue()).toBe('packing');
    await visit.page.goto(`${visit.site.url}/personas/`);
    expect(await choice().inputValue()).toBe('packing');
    const later = await visit.context.newPage();
    await later.goto(`${visit.site.url}/`);
    expect(await later.getByLabel('My role').inputValue()).toBe('finance');
    await visit.page.goto(`${visit.site.url}/?role=nobody`);
    expect(await choice().inputValue()).toBe('packing');
    await choice().selectOption('service');
    expect(new URL(visit.page.url()).search).toBe('');
  });

  test('works where the browser lets no page remember anything, and says so', async () => {
    await visit.page.addInitScript(() => {
      for (const store of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, store, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    });
    await visit.page.goto(`${visit.site.url}/?role=finance`);
    expect((await parts())[0]).toBe('stand');
    await choice().selectOption('packing');
    expect((await parts())[0]).toBe('boxes');
    expect(await visit.page.locator('.role-choice [role=status]').innerText()).toContain(
      'For this page only',
    );
  });

  test('is chosen by keyboard, and the keyboard goes in the order that is seen', async () => {
    await visit.page.goto(`${visit.site.url}/`);
    await choice().focus();
    await visit.page.keyboard.press('ArrowDown');
    expect(await choice().inputValue()).toBe('packing');
    await choice().selectOption('finance');
    const tops = await visit.page.evaluate(() =>
      [...document.querySelectorAll('.home-parts > *')].map(
        (part) => part.getBoundingClientRect().top,
      ),
    );
    expect(tops).toEqual([...tops].sort((left, right) => left - right));
  });

  test.each(['/', '/personas/', '/personas/brand-enthusiast/'])(
    'moves nothing that was painted: %s',
    async (path) => {
      const shift = await layoutShift(visit.page, `${visit.site.url}${path}?role=finance`);
      expect(shift).toBeLessThan(0.001);
    },
  );

  test('is not there without script: everything stands in the order for everybody', async () => {
    const plain = await visit.browser.newContext({ javaScriptEnabled: false });
    const quiet = await plain.newPage();
    await quiet.goto(`${visit.site.url}/?role=packing`);
    expect(await quiet.getByLabel('My role').isVisible()).toBe(false);
    expect(await quiet.locator('[data-part=people]').isVisible()).toBe(true);
    await quiet.goto(`${visit.site.url}/personas/brand-enthusiast/?role=packing`);
    expect(await quiet.locator('.own-notes').isVisible()).toBe(false);
    expect(await quiet.locator('.for-role').count()).toBe(2);
    await plain.close();
  });

  test('offers every role a note can be for, in a script under 1.5 KB', async () => {
    await visit.page.goto(`${visit.site.url}/`);
    const values = await choice()
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(values).toEqual(['', ...ROLES]);
    const script = readFileSync(join(fixtureSite.folder, 'scripts/role.js'));
    expect(brotliCompressSync(script).length).toBeLessThan(1536);
  });
});

const sample = builtSites.find(({ name }) => name === 'sample content');

describe.runIf(sample)('my role at the sample retailer', () => {
  const sampleVisit = visitSite(sample?.folder ?? '');
  const kpis = () =>
    sampleVisit.page
      .locator('.kpi:visible')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['part'] ?? ''));

  test('finds its own KPIs on the home page, beside the seven that everybody has', async () => {
    await sampleVisit.page.goto(`${sampleVisit.site.url}/`);
    const everybody = await kpis();
    expect(everybody).toHaveLength(7);
    for (const role of ROLES) {
      await sampleVisit.page.getByLabel('My role').selectOption(role);
      const shown = await kpis();
      expect(shown.slice(0, KPI_ORDER[role].length), role).toEqual(KPI_ORDER[role]);
      expect(shown).toEqual(expect.arrayContaining(everybody));
    }
    await sampleVisit.page.getByLabel('My role').selectOption('');
    expect(await kpis()).toEqual(everybody);
  });
});
