import type { Portal } from '#data/portal.ts';

/** What people call a Portrait, also one that retired; its id where nothing else is known. */
export function personaNames({
  personas,
  retired,
}: Pick<Portal, 'personas' | 'retired'>): (id: string) => string {
  const names = new Map([...personas, ...retired].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
