import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { serveDirectory, type RunningServer } from '#scripts/site/serve-directory.ts';

/** What the tests of one file look at: the same browser and site for all, a context and a page of its own for each. */
export interface Visit {
  browser: Browser;
  site: RunningServer;
  context: BrowserContext;
  page: Page;
  /** Addresses that the context's pages have asked for. */
  requests: string[];
  /** What the page has complained of; a test takes out what it provokes, the rest fails it. */
  errors: string[];
}

/** Serves a built site for the tests of the file that calls it, and opens a page before each. */
export function visitSite(
  folder: string,
  viewport: { width: number; height: number } = { width: 1280, height: 800 },
): Visit {
  const visit = {} as Visit;

  beforeAll(async () => {
    visit.browser = await openBrowser();
    visit.site = await serveDirectory(folder, 0);
  });

  beforeEach(async () => {
    visit.context = await visit.browser.newContext({ viewport });
    visit.page = await visit.context.newPage();
    visit.requests = [];
    visit.errors = [];
    visit.context.on('request', (request) => visit.requests.push(request.url()));
    visit.page.on('pageerror', (error) => {
      // Not of the site's making: Chromium reports an animation between two pages that it skipped under load.
      const isSkipped = error.message.startsWith('Transition was aborted');
      if (!isSkipped || error.message.includes('opt-in')) visit.errors.push(error.message);
    });
    visit.page.on('console', (message) => {
      if (message.type() === 'error') visit.errors.push(message.text());
    });
  });

  afterEach(async () => {
    await visit.context.close();
    expect(visit.errors).toEqual([]);
    const elsewhere = visit.requests.filter(
      (url) => url.startsWith('http') && new URL(url).hostname !== 'localhost',
    );
    expect(elsewhere).toEqual([]);
  });

  afterAll(async () => {
    await visit.browser.close();
    await visit.site.close();
  });

  return visit;
}
