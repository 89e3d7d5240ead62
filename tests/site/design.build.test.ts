import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { runDev } from '../editor/run-dev.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { axeViolations } from './axe-violations.ts';

test('every component in every state and theme at /design/ is free of what axe finds wrong', async () => {
  const dev = await runDev(resolve('tests/fixtures/content'), temporaryFolder());
  const browser = await openBrowser();
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme, reducedMotion: 'reduce' });
      // It would load the page anew in the middle of the test, as soon as it has bundled what the page needs.
      await page.route('**/@vite/client', (route) => route.abort());
      await page.goto(`${dev.url}/design/`, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      // Without its three themes the page would pass for having nothing on it.
      const themes = await page
        .locator('.design__theme')
        .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-theme')))]);
      expect(themes.sort()).toEqual(['dark', 'light', 'screen']);
      expect(await axeViolations(page), colorScheme).toEqual([]);
      await page.close();
    }
  } finally {
    await browser.close();
    await dev.stop();
  }
});
