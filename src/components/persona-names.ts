import type { Portal } from '#data/portal.ts';

/** What people call a Portrait, also one that no list shows; its id where nothing else is known. */
export function personaNames({
  personas,
  unlisted,
}: Pick<Portal, 'personas' | 'unlisted'>): (id: string) => string {
  const names = new Map([...personas, ...unlisted].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
