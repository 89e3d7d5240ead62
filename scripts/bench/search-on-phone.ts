import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { bundleScript } from '#render/bundle-script.ts';
import { SLOWDOWN } from './slow-phone.ts';

const ORIGIN = 'http://search.test';

/** Milliseconds that each question takes in a real browser on a slow processor, once all that it needs is loaded. */
export async function answersOnPhone(
  files: ReadonlyMap<string, string>,
  questions: readonly string[],
): Promise<number[]> {
  const script = await bundleScript('search-worker');
  const browser = await openBrowser();
  try {
    const context = await browser.newContext();
    await context.route('**/*', async (route) => {
      const path = new URL(route.request().url()).pathname.slice(1);
      const body = path === 'search-worker.js' ? script : (files.get(path) ?? '<!doctype html>');
      await route.fulfill({ body, contentType: contentType(path) });
    });
    const page = await context.newPage();
    await page.goto(`${ORIGIN}/`);
    await page.addScriptTag({ url: `${ORIGIN}/search-worker.js` });
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    return await page.evaluate(
      async ({ asked, root }) => {
        // The page's own way where no worker runs: workers are not slowed down.
        const { portalSearch } = globalThis as unknown as {
          portalSearch: (question: object) => Promise<unknown>;
        };
        const times: number[] = [];
        for (const [number, query] of asked.entries()) {
          const question = { number, root, query, limit: 10 };
          await portalSearch(question);
          // The shortest of some runs: what else the machine did only ever adds.
          let least = Infinity;
          for (let run = 0; run < 5; run += 1) {
            const start = performance.now();
            await portalSearch(question);
            least = Math.min(least, performance.now() - start);
          }
          times.push(least);
        }
        return times;
      },
      { asked: questions, root: `${ORIGIN}/` },
    );
  } finally {
    await browser.close();
  }
}

function contentType(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.json') ? 'application/json' : 'text/html';
}
