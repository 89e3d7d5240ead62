import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession } from 'playwright-core';
import { GenerateError } from '#generate/generate-error.ts';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { entryFolders } from '#scripts/site/entry-folders.ts';
import { servePacked } from './serve-packed.ts';
import { SLOWDOWN, SLOW_4G } from './slow-phone.ts';

/** What a first visit of a page loads and how it comes up, on a phone as Lighthouse simulates one. */
export interface FirstVisit {
  path: string;
  /** Over the wire with texts in brotli and with the heads of the answers. */
  bytes: number;
  scriptBytes: number;
  fontBytes: number;
  /** Cumulative layout shift. */
  shift: number;
  /** Largest contentful paint. */
  paintMilliseconds: number;
}

const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 };
/** Lazy pictures below the fold and late shifts have come by then. */
const SETTLED_MILLISECONDS = 1000;

/**
 * One page of each kind: lists, and of the entries with pages of their own the first.
 *
 * @throws GenerateError `build/missing`
 */
export function pagesToVisit(site: string): string[] {
  if (!existsSync(join(site, 'index.html'))) {
    throw new GenerateError(
      'build/missing',
      'Cannot visit the site: there is none; expected a built site',
      'Run "npm run build" first',
    );
  }
  const kinds = ['personas', 'insights', 'kpis'].flatMap((kind) => {
    const [entry] = entryFolders(site, kind);
    return [`/${kind}/`, ...(entry === undefined ? [] : [`/${kind}/${entry}/`])];
  });
  const others = ['go-to-market', 'audiences', 'voices', 'method', 'search'];
  return ['/', ...kinds, '/kpis/tree/', ...others.map((name) => `/${name}/`)];
}

/**
 * Visits pages of a built site, each for the first time, in a real browser.
 *
 * @param paths "/personas/"
 * @throws GenerateError `browser/missing`
 */
export async function benchFirstVisits(
  site: string,
  paths: readonly string[],
): Promise<FirstVisit[]> {
  const server = await servePacked(site);
  const browser = await openBrowser();
  try {
    const visits: FirstVisit[] = [];
    for (const path of paths) {
      await warmUp(browser, server.url + path);
      visits.push(await visit(browser, server.url, path));
    }
    return visits;
  } finally {
    await browser.close();
    server.close();
  }
}

/** Has the server pack what the page needs: a host does so once, and no visitor waits for it. */
async function warmUp(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage(PHONE);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.close();
}

async function visit(browser: Browser, url: string, path: string): Promise<FirstVisit> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const loaded = await loadedBytes(devtools);
    await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.goto(url + path, { waitUntil: 'networkidle' });
    const painted = await page.evaluate(readPaints, SETTLED_MILLISECONDS);
    const sum = (ending: string): number =>
      [...loaded]
        .filter(([address]) => address.endsWith(ending))
        .reduce((total, [, bytes]) => total + bytes, 0);
    return {
      path,
      ...{ bytes: sum(''), scriptBytes: sum('.js'), fontBytes: sum('.woff2') },
      ...painted,
    };
  } finally {
    await context.close();
  }
}

/** Fills itself while the page loads: address → bytes over the wire. */
async function loadedBytes(devtools: CDPSession): Promise<ReadonlyMap<string, number>> {
  const addresses = new Map<string, string>();
  const loaded = new Map<string, number>();
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    addresses.set(requestId, response.url);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    loaded.set(addresses.get(requestId) ?? requestId, encodedDataLength);
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  return loaded;
}

/** Runs in the page. */
async function readPaints(
  settled: number,
): Promise<Pick<FirstVisit, 'shift' | 'paintMilliseconds'>> {
  let shift = 0;
  let paintMilliseconds = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ('value' in entry) shift += Number(entry.value);
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) paintMilliseconds = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  await new Promise((resolve) => setTimeout(resolve, settled));
  return { shift, paintMilliseconds };
}

/** A Markdown table, as docs/performance.md holds it. */
export function formatFirstVisits(visits: readonly FirstVisit[]): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
  return [
    '| page | over the wire | of it scripts | of it fonts | layout shift | largest paint |',
    '| :--- | ---: | ---: | ---: | ---: | ---: |',
    ...visits.map(
      ({ path, bytes, scriptBytes, fontBytes, shift, paintMilliseconds }) =>
        `| ${[
          `\`${path}\``,
          ...[bytes, scriptBytes, fontBytes].map(kilobytes),
          shift.toFixed(3),
          `${(paintMilliseconds / 1000).toFixed(2)} s`,
        ].join(' | ')} |`,
    ),
  ].join('\n');
}
