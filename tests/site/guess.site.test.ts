import { describe, expect, test } from 'vitest';
import { axeViolations } from './axe-violations.ts';
import { builtSites, fixtureSite } from './built-sites.ts';
import { softHyphens } from '#core/format/soft-hyphens.ts';
import { serveDirectory } from '#scripts/site/serve-directory.ts';
import { visitSite } from './visit-site.ts';

const visit = visitSite(fixtureSite.folder, { width: 1920, height: 1080 });

const LONG_NAME = 'The Enthusiastic Collector of Extraordinary Handwoven Jumper';

const current = () => visit.page.locator('.guess__round:visible');
const owner = async () => (await current().getAttribute('data-answer')) ?? '';
const next = () => visit.page.locator('.guess__next');

describe('guess who', () => {
  test('is played to the end by keyboard alone, counts what was right, and starts again', async () => {
    await visit.page.goto(`${visit.site.url}/guess/`);
    const rounds = await visit.page.locator('.guess__round').count();
    expect(rounds).toBeGreaterThan(2);
    for (let round = 0; round < rounds; round += 1) {
      expect(await current().count()).toBe(1);
      // The first one wrong, all others right.
      const owned = `[data-persona="${await owner()}"]`;
      const choice = round === 0 ? `li:not(${owned})` : `li${owned}`;
      await current().locator(`${choice} > button`).first().focus();
      await visit.page.keyboard.press('Enter');
      expect(await visit.page.locator('.guess__verdict').innerText()).toMatch(
        round === 0 ? /^Not this time. It is / : /^That’s right: /,
      );
      expect(await current().locator('.guess__reasons li').count()).toBeGreaterThan(1);
      expect(await visit.page.evaluate(() => document.activeElement?.className)).toBe(
        'guess__next',
      );
      if (round < rounds - 1) await visit.page.keyboard.press('Enter');
    }
    expect(await visit.page.locator('.guess__score').innerText()).toBe(
      `${rounds - 1} of ${rounds} right. That was all of them.`,
    );
    expect(await next().innerText()).toBe('Play again');
    await next().click();
    expect(await visit.page.locator('.guess__score').innerText()).toBe(`Baskets: ${rounds}`);
    expect(await current().count()).toBe(1);
    expect(await current().locator('.guess__answer').isVisible()).toBe(false);
  });

  test.each(['light', 'dark'] as const)(
    'is for everybody after an answer, in %s',
    async (scheme) => {
      await visit.page.emulateMedia({ colorScheme: scheme });
      await visit.page.goto(`${visit.site.url}/guess/`);
      await current()
        .locator(`li:not([data-persona="${await owner()}"]) > button`)
        .first()
        .click();
      expect(await axeViolations(visit.page)).toEqual([]);
    },
  );

  test('takes one answer a basket', async () => {
    await visit.page.goto(`${visit.site.url}/guess/`);
    const buttons = current().locator('.guess__choice');
    await buttons.nth(0).click();
    const said = await visit.page.locator('.guess__score').innerText();
    await buttons.nth(1).click({ force: true });
    expect(await visit.page.locator('.guess__score').innerText()).toBe(said);
  });

  test.each([
    [1920, 1080],
    [360, 780],
  ])('has targets of 64 pixels and more at %i × %i', async (width, height) => {
    await visit.page.setViewportSize({ width, height });
    await visit.page.goto(`${visit.site.url}/guess/`);
    await current().locator('.guess__choice').first().click();
    for (const target of await visit.page.locator('.guess__choice:visible, .guess__next').all()) {
      const box = await target.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(64);
      expect(box?.width).toBeGreaterThanOrEqual(64);
    }
  });

  test.each([
    [360, 740, ''],
    [1920, 1080, '?screen=packing&theme=screen'],
    [1080, 1920, '?screen=packing&theme=screen'],
  ])(
    'has every answer in view with names of sixty letters at %i × %i',
    async (width, height, at) => {
      await visit.page.setViewportSize({ width, height });
      await visit.page.goto(`${visit.site.url}/guess/${at}`);
      const lowest = await visit.page.evaluate((name) => {
        for (const one of document.querySelectorAll('.guess__name')) {
          const mark = one.querySelector('.hint-mark');
          one.replaceChildren(name, ...(mark ? [mark] : []));
        }
        const rounds = [...document.querySelectorAll<HTMLElement>('.guess__round')];
        return rounds.map((round) => {
          for (const one of rounds) one.hidden = one !== round;
          const choices = [...round.querySelectorAll('.guess__choice')];
          return Math.max(...choices.map((choice) => choice.getBoundingClientRect().bottom));
        });
      }, softHyphens(LONG_NAME));
      expect(LONG_NAME.length).toBe(60);
      expect(lowest.length).toBeGreaterThan(2);
      expect(Math.max(...lowest)).toBeLessThanOrEqual(height);
    },
  );

  test.each([
    [1920, 1080],
    [1080, 1920],
  ])(
    'has no letters on a wall of %i × %i smaller than a fiftieth of its short side',
    async (width, height) => {
      await visit.page.setViewportSize({ width, height });
      await visit.page.goto(`${visit.site.url}/guess/?screen=packing&theme=screen`);
      await current().locator('.guess__choice').first().click();
      const sizes = await visit.page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter((one) => one.checkVisibility() && one.textContent.trim() !== '')
          .filter((one) => !one.classList.contains('visually-hidden'))
          .map((one) => parseFloat(getComputedStyle(one).fontSize)),
      );
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(Math.min(width, height) / 50);
    },
  );

  test('goes on without a network once it is open', async () => {
    await visit.page.goto(`${visit.site.url}/guess/`, { waitUntil: 'networkidle' });
    await visit.context.setOffline(true);
    const rounds = await visit.page.locator('.guess__round').count();
    for (let round = 0; round < rounds; round += 1) {
      const faces = await current()
        .locator('img')
        .evaluateAll((images) =>
          images.every((image) => (image as HTMLImageElement).naturalWidth > 0),
        );
      expect(faces).toBe(true);
      await current().locator('.guess__choice').first().click();
      await next().click();
    }
  });

  test('starts again without a network once it was open, and is played', async () => {
    await visit.page.goto(`${visit.site.url}/guess/`);
    const isKept = () =>
      visit.page.evaluate(async () => {
        const kept = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
        const whole = await Promise.all(kept.map((cache) => cache.match('/__complete')));
        return whole.some(Boolean) && navigator.serviceWorker.controller !== null;
      });
    await expect.poll(isKept, { timeout: 20_000 }).toBe(true);
    await visit.context.setOffline(true);
    await visit.page.close();
    visit.page = await visit.context.newPage();
    await visit.page.goto(`${visit.site.url}/guess/?from=a-link`);
    const rounds = await visit.page.locator('.guess__round').count();
    expect(rounds).toBeGreaterThan(2);
    for (let round = 0; round < rounds; round += 1) {
      await current()
        .locator(`li[data-persona="${await owner()}"] > button`)
        .click();
      expect(await visit.page.locator('.guess__verdict').innerText()).toMatch(/^That’s right: /);
      const faces = current().locator('img');
      expect(
        await faces.evaluateAll((images) =>
          images.every((image) => (image as HTMLImageElement).naturalWidth > 0),
        ),
      ).toBe(true);
      if (round < rounds - 1) await next().click();
    }
    expect(await visit.page.locator('.guess__score').innerText()).toBe(
      `${rounds} of ${rounds} right. That was all of them.`,
    );
    expect(await visit.page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(
      /Instrument Sans/,
    );
  });

  test('is opened by a finger on the screen, without a network, and gives the screen back', async () => {
    const wall = await visit.browser.newContext({
      viewport: { width: 1920, height: 1080 },
      hasTouch: true,
    });
    const touched = await wall.newPage();
    await touched.clock.install();
    await touched.goto(`${visit.site.url}/screen/packing/`);
    const keptPages = () =>
      touched.evaluate(async () => {
        const kept = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
        return (await Promise.all(kept.map((cache) => cache.match('/__complete')))).filter(Boolean)
          .length;
      });
    await expect.poll(keptPages, { timeout: 20_000 }).toBe(2);
    await wall.setOffline(true);
    await touched.locator('.slide.is-current').tap();
    if (await touched.locator('.browser.is-one').count()) {
      await touched.locator('.browser [data-open=""]').tap();
    }
    await touched.locator('.browser__game').tap();
    await touched.waitForURL('**/guess/?screen=packing&theme=screen');
    expect(await touched.locator('html').getAttribute('data-theme')).toBe('screen');
    await touched.locator('.guess__round:visible .guess__choice').first().tap();
    expect(await touched.locator('.guess__verdict').innerText()).not.toBe('');
    const back = await touched.getByRole('link', { name: 'Back to the slides' }).boundingBox();
    expect(back?.height).toBeGreaterThanOrEqual(64);
    await touched.clock.fastForward(59_000);
    expect(touched.url()).toContain('/guess/');
    await touched.clock.fastForward(2000);
    await touched.waitForURL('**/screen/packing/');
    expect(await touched.locator('.slide.is-current').count()).toBe(1);
    await wall.close();
  });

  test('has one way out on a wall, the one to the slides', async () => {
    const { page, site } = visit;
    await page.goto(`${site.url}/guess/?screen=packing`);
    const ways = await page.evaluate(() => [...document.links].map(({ pathname }) => pathname));
    expect(ways).toEqual(['/screen/packing/']);
    const back = await page.getByRole('link', { name: 'Back to the slides' }).boundingBox();
    expect(back?.height).toBeGreaterThanOrEqual(80);
    expect((back?.y ?? NaN) + (back?.height ?? NaN)).toBeLessThan(1080);
    for (const key of ['/', 'Control+k']) await page.keyboard.press(key);
    await current().locator('.guess__choice').first().click();
    await page.locator('.guess__who a:visible').click();
    expect(new URL(page.url()).pathname).toBe('/guess/');
    expect(await axeViolations(page)).toEqual([]);
    // However far somebody reads on, the way back is there.
    await page.setViewportSize({ width: 1920, height: 720 });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    const still = await page.getByRole('link', { name: 'Back to the slides' }).boundingBox();
    expect(still?.y).toBeGreaterThanOrEqual(0);
    await page.setViewportSize({ width: 1920, height: 1080 });
  });

  test('keeps a wall off the browser’s page about a lost network, and gives the screen back later', async () => {
    const wall = await visit.browser.newContext({
      viewport: { width: 1920, height: 1080 },
      hasTouch: true,
      // Nothing is kept: as where the portal is not served safely.
      serviceWorkers: 'block',
    });
    const touched = await wall.newPage();
    const path = () => new URL(touched.url()).pathname;
    await touched.clock.install();
    await touched.goto(`${visit.site.url}/screen/packing/`);
    await touched.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    const openGame = async () => {
      await touched.touchscreen.tap(960, 900);
      const all = touched.locator('.browser.is-one [data-open=""]');
      if (await all.count()) await all.tap();
      await touched.locator('.browser__game').tap();
    };
    await wall.setOffline(true);
    await openGame();
    await touched.waitForTimeout(300);
    expect(path()).toBe('/screen/packing/');
    await touched.clock.fastForward(61_000);
    expect(await touched.locator('.browser[open]').count()).toBe(0);
    await wall.setOffline(false);
    await openGame();
    await touched.waitForURL('**/guess/?screen=packing&theme=screen');
    await wall.setOffline(true);
    await touched.clock.fastForward(61_000);
    await touched.waitForTimeout(300);
    expect(path()).toBe('/guess/');
    await wall.setOffline(false);
    await touched.clock.fastForward(11_000);
    await touched.waitForURL('**/screen/packing/');
    await wall.close();
  });

  test('is a list without script, each basket with its answer to open', async () => {
    const plain = await visit.browser.newContext({ javaScriptEnabled: false });
    const quiet = await plain.newPage();
    await quiet.goto(`${visit.site.url}/guess/`);
    const rounds = quiet.locator('.guess__round');
    expect(await rounds.count()).toBeGreaterThan(2);
    expect(await rounds.nth(1).isVisible()).toBe(true);
    expect(await quiet.locator('.guess__bar').isVisible()).toBe(false);
    await quiet.getByText('Who is it?').nth(1).click();
    expect(await rounds.nth(1).locator('.guess__reasons').isVisible()).toBe(true);
    await plain.close();
  });

  test('marks a Portrait that is only a hint', async () => {
    await visit.page.goto(`${visit.site.url}/guess/`);
    const hint = visit.page.locator('li[data-persona="quiet-newcomer"] .hint-mark').first();
    expect(await hint.textContent()).toContain('A hint');
  });

  test('says what it needs where nobody is known', async () => {
    const empty = builtSites.find(({ name }) => name === 'no content');
    const nobody = await serveDirectory(empty?.folder ?? '', 0);
    await visit.page.goto(`${nobody.url}/guess/`);
    expect(await visit.page.getByText('Nobody to guess yet').isVisible()).toBe(true);
    expect(await visit.page.locator('.guess__bar').count()).toBe(0);
    await nobody.close();
  });
});
