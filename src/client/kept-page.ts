/** Says of a cache that everything of its page is in it. */
const COMPLETE = '/__complete';

/** Caches are named by the page they hold, so that screens with other playlists have their own. */
function cachePrefix(path: string): string {
  return `screen ${path.replace(/index\.html$/, '')} `;
}

/**
 * Puts a page and everything that it shows into a cache of its own, and then forgets the former one: whatever happens
 * meanwhile, one of the two is whole. Where pages are not served safely there is no cache, and only the page is asked for.
 *
 * @param version what the page must state of itself; a server that still gives another one is not ready
 * @returns whether the page can be loaded anew
 */
export async function keepPage(path: string, version: string): Promise<boolean> {
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok) return false;
  const html = await response.clone().text();
  const page = new DOMParser().parseFromString(html, 'text/html');
  if (page.querySelector<HTMLElement>('[data-shown]')?.dataset['shown'] !== version) return false;
  if (!('caches' in window)) return true;
  const prefix = cachePrefix(path);
  const cache = await caches.open(prefix + version);
  await cache.put(path, response);
  const addresses = addressesIn(page, path);
  for (const address of addresses) {
    const asset = await fetch(address, { cache: 'no-cache' });
    // What is not there may stay away; a server that fails is asked again, and what is kept stays meanwhile.
    if (asset.status >= 500) return false;
    if (!asset.ok) continue;
    if (new URL(address).pathname.endsWith('.css')) {
      for (const inside of addressesInStyles(await asset.clone().text(), address)) {
        addresses.add(inside);
      }
    }
    await cache.put(address, asset);
  }
  await cache.put(COMPLETE, new Response(version));
  const former = (await caches.keys()).filter(
    (name) => name.startsWith(prefix) && name !== prefix + version,
  );
  await Promise.all(former.map((name) => caches.delete(name)));
  return true;
}

/** Whether this version of a page is kept whole. */
export async function isKept(path: string, version: string): Promise<boolean> {
  if (!('caches' in window)) return false;
  const cache = await caches.open(cachePrefix(path) + version);
  return (await cache.match(COMPLETE)) !== undefined;
}

/** The caches in which a page is kept whole, whichever version of it. */
export async function keptCaches(path: string): Promise<Cache[]> {
  if (!('caches' in globalThis)) return [];
  const prefix = cachePrefix(path);
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const kept = await Promise.all(names.map((name) => caches.open(name)));
  const isWhole = await Promise.all(kept.map((cache) => cache.match(COMPLETE)));
  return kept.filter((_, index) => isWhole[index] !== undefined);
}

/** Absolute addresses of styles, scripts and pictures. */
function addressesIn(page: Document, path: string): Set<string> {
  const selector = 'link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src], img[src]';
  return new Set(
    [...page.querySelectorAll(selector)].flatMap((element) => {
      const address = element.getAttribute('src') ?? element.getAttribute('href');
      return address === null ? [] : absolute(address, new URL(path, location.href).href);
    }),
  );
}

function addressesInStyles(css: string, base: string): string[] {
  return [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)].flatMap(([, address = '']) =>
    address.startsWith('data:') ? [] : absolute(address, base),
  );
}

function absolute(address: string, base: string): string {
  return new URL(address, base).href;
}
