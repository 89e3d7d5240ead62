import type { Approved } from './read-approved.ts';

/** The kinds of stories that the public site shows: their folder in content/ and their name in addresses. */
export const PUBLIC_TYPES = { personas: 'persona', insights: 'insight' } as const;

/** The address of a story's page. */
export function storyAddress(
  type: (typeof PUBLIC_TYPES)[keyof typeof PUBLIC_TYPES],
  id: string,
): string {
  return `/${type}/${id}/`;
}

const ENTRY = /^\/(?<folder>personas|insights)\/(?<id>[^/#?]+)\/?(?<rest>[#?].*)?$/;

/** Where a link of an internal text leads on the public site; null where its page is not public. */
export function publicAddress(url: string, approved: Approved): string | null {
  const { folder, id = '' } = ENTRY.exec(url)?.groups ?? {};
  if (folder === 'personas' || folder === 'insights') {
    return approved[folder].has(id) ? storyAddress(PUBLIC_TYPES[folder], id) : null;
  }
  return url.startsWith('/') ? null : url;
}
