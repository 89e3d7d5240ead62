import { expect, test } from 'vitest';
import { fixtureSite } from './built-sites.ts';
import { visitSite } from './visit-site.ts';

const visit = visitSite(fixtureSite.folder, { width: 1920, height: 1080 });

const SCREEN = '/screen/?at=2026-07-01T08:00:00Z';
const slide = () => visit.page.evaluate(() => Number(document.documentElement.dataset['slide']));
const cursor = (selector: string) =>
  visit.page.locator(selector).evaluate((one) => getComputedStyle(one).cursor);

test('arrow keys step through the slides, and the space bar holds one', async () => {
  await visit.page.clock.install();
  await visit.page.goto(`${visit.site.url}${SCREEN}`);
  const first = await slide();
  await visit.page.keyboard.press('ArrowRight');
  expect(await slide()).toBe(first + 1);
  await visit.page.keyboard.press('ArrowLeft');
  expect(await slide()).toBe(first);
  const pause = visit.page.getByRole('button', { name: 'Pause' });
  await visit.page.keyboard.press('Space');
  expect(await pause.getAttribute('aria-pressed')).toBe('true');
  expect(await visit.page.locator('.screen__place').innerText()).toMatch(/^Paused at 1 of \d+$/);
  await visit.page.clock.fastForward(60_000);
  expect(await slide(), 'it stands').toBe(first);
  await visit.page.keyboard.press('Space');
  expect(await visit.page.locator('.screen__place').innerText()).toBe('');
  await visit.page.clock.fastForward(20_000);
  expect(await slide(), 'it goes on').toBe(first + 1);
});

test('a slide stands as long as its words ask for', async () => {
  await visit.page.clock.install();
  await visit.page.goto(`${visit.site.url}${SCREEN}`);
  await visit.page.clock.pauseAt(Date.now() + 3_600_000);
  while ((await visit.page.locator('.slide--boxes.is-current').count()) === 0) {
    await visit.page.keyboard.press('ArrowRight');
  }
  const boxes = await slide();
  const text = await visit.page.locator('.slide--boxes').innerText();
  const seconds = 3 + 0.3 * text.split(/\s+/).filter(Boolean).length;
  expect(seconds, 'between the shortest and the longest time').toBeGreaterThan(10);
  expect(seconds).toBeLessThan(18);
  await visit.page.clock.runFor((seconds - 0.7) * 1000);
  expect(await slide()).toBe(boxes);
  await visit.page.clock.runFor(2500);
  expect(await slide()).toBe(boxes + 1);
});

test('pointer and buttons go after three seconds without a hand, and come back with it', async () => {
  await visit.page.clock.install();
  await visit.page.goto(`${visit.site.url}${SCREEN}`);
  const buttons = visit.page.locator('.screen__controls button').first();
  const opacity = () => buttons.evaluate((one) => getComputedStyle(one).opacity);
  await visit.page.mouse.move(300, 300);
  await visit.page.clock.fastForward(2000);
  expect(await opacity()).toBe('1');
  await visit.page.clock.fastForward(1000);
  expect(await opacity()).toBe('0');
  for (const part of ['body', '.slide.is-current', '.screen__name a']) {
    expect(await cursor(part), part).toBe('none');
  }
  await visit.page.mouse.move(310, 300);
  expect(await opacity()).toBe('1');
  expect(await cursor('body')).not.toBe('none');
});

test('asks that the display stays awake, and again when the page comes back', async () => {
  await visit.page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    const request = (kind: string): Promise<unknown> => {
      asked.push(kind);
      return Promise.reject(new Error('low battery'));
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  const asked = () => visit.page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  await visit.page.goto(`${visit.site.url}${SCREEN}`);
  expect(await asked()).toEqual(['screen']);
  await visit.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(await asked()).toEqual(['screen', 'screen']);
});

test('asks again when the system takes back what it gave, and not while it holds', async () => {
  await visit.page.addInitScript(() => {
    const locks: { released: boolean }[] = [];
    Object.assign(window, { locks });
    const request = (): Promise<unknown> =>
      Promise.resolve(locks[locks.push({ released: false }) - 1]);
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  const count = () =>
    visit.page.evaluate(() => (window as unknown as { locks: unknown[] }).locks.length);
  await visit.page.goto(`${visit.site.url}${SCREEN}&speed=400`);
  await visit.page.waitForTimeout(1000);
  expect(await count()).toBe(1);
  await visit.page.evaluate(() => {
    for (const lock of (window as unknown as { locks: { released: boolean }[] }).locks) {
      lock.released = true;
    }
  });
  await expect.poll(count).toBe(2);
});

test('leaves an arrow with Alt to the browser, whose way back it is', async () => {
  await visit.page.goto(`${visit.site.url}${SCREEN}`);
  const isKept = await visit.page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', {
        ...{ key: 'ArrowLeft', altKey: true, bubbles: true, cancelable: true },
      }),
    ),
  );
  expect(isKept).toBe(true);
});

test('two fingers and a long press leave nothing behind on a wall, and do what they do in a window', async () => {
  const shown = async (screen: { width: number; height: number }) => {
    const viewport = { width: 1280, height: 720 };
    const context = await visit.browser.newContext({ viewport, screen, hasTouch: true });
    const page = await context.newPage();
    await page.goto(`${visit.site.url}${SCREEN}`);
    const client = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', xs: number[]) => {
      const touchPoints = xs.map((x, id) => ({ x, y: 360, id }));
      return client.send('Input.dispatchTouchEvent', { type, touchPoints });
    };
    await touch('touchStart', [600, 680]);
    for (let step = 1; step <= 12; step += 1) {
      await touch('touchMove', [600 - 20 * step, 680 + 20 * step]);
    }
    await touch('touchEnd', []);
    await page.waitForTimeout(200);
    const seen = await page.evaluate(() => ({
      isEnlarged: (window.visualViewport?.scale ?? 1) > 1,
      hasMenu: document.body.dispatchEvent(
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true }),
      ),
    }));
    await context.close();
    return seen;
  };
  expect(await shown({ width: 1280, height: 720 })).toEqual({ isEnlarged: false, hasMenu: false });
  expect(await shown({ width: 1920, height: 1080 })).toEqual({ isEnlarged: true, hasMenu: true });
});
