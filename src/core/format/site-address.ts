/**
 * The whole address of a page – for a phone, a feed or whoever shows a link, who know nothing of the page that it stands on.
 * Definition: the path below the address of the site, which may be served from a folder of its host.
 * Empty case: "/" is the site itself.
 * @example siteAddress('/kpis/return-rate/', 'https://intranet.example/portal').href // => 'https://intranet.example/portal/kpis/return-rate/'
 */
export function siteAddress(path: string, site: string): URL {
  return new URL(path.replace(/^\//, ''), site.replace(/\/?$/, '/'));
}
