import type { Approved } from './read-approved.ts';

/** The kinds of stories that the public site shows: their folder in content/ and their name in addresses. */
export const PUBLIC_TYPES = { personas: 'persona', insights: 'insight' } as const;

const ENTRY = /^\/(?<folder>personas|insights)\/(?<id>[^/#?]+)\/?(?<rest>[#?].*)?$/;

/** Where a link of an internal text leads on the public site; null where its page is not public. */
export function publicAddress(url: string, approved: Approved): string | null {
  const { folder, id = '' } = ENTRY.exec(url)?.groups ?? {};
  if (folder === 'personas' || folder === 'insights') {
    return approved[folder].has(id) ? `/${PUBLIC_TYPES[folder]}/${id}/` : null;
  }
  return url.startsWith('/') ? null : url;
}
