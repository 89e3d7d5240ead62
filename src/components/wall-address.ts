import { siteAddress } from '#core/format/site-address.ts';
import type { Role } from '#core/schemas/role.ts';

/** Where a Portrait is found by whoever stands before a wall. */
export interface WallAddress {
  /** On the site: "/personas/brand-enthusiast/". */
  path: string;
  /** What a phone opens; null where the portal has no address yet. */
  url: URL | null;
  /** As it stands in print, without what only a program needs; null as well: nobody can type a path. */
  printed: string | null;
}

/**
 * The address on a wall.
 *
 * @param base company.url of the configuration
 * @param role whose notes the page is to open with
 */
export function wallAddress(base: string | undefined, id: string, role?: Role): WallAddress {
  const path = `/personas/${id}/`;
  if (!base) return { path, url: null, printed: null };
  const url = siteAddress(path, base);
  const printed = `${url.host}${url.pathname}`;
  if (role) url.searchParams.set('role', role);
  return { path, url, printed };
}
