import { keptCaches } from './kept-page.ts';

/**
 * Serves the office screens from what their pages have kept, so that a screen goes on, and starts again, while the
 * network is away. It decides nothing: pages keep whole versions of themselves, and look for new ones by version.json.
 */
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => {
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isKept =
    request.method === 'GET' &&
    url.origin === self.location.origin &&
    // Pages ask past the cache for what is new; a page that is loaded anew asks like that, too, and is answered.
    (request.mode === 'navigate' || !['no-cache', 'no-store'].includes(request.cache));
  if (isKept) event.respondWith(answer(request, url, event.clientId));
});

async function answer(request: Request, url: URL, clientId: string): Promise<Response> {
  const client = await self.clients.get(clientId);
  const page = request.mode === 'navigate' ? url : client && new URL(client.url);
  const kept = page && (await keptAnswer(page.pathname, request));
  return kept ?? fetch(request);
}

/** From the cache of a page; those that are not whole do not count. */
async function keptAnswer(path: string, request: Request): Promise<Response | undefined> {
  for (const cache of await keptCaches(path)) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
  }
  return undefined;
}
