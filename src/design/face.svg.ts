import type { GetStaticPaths } from 'astro';
import { getPortal } from '#data/portal.ts';
import { STATES } from './portal-in-state.ts';

/** Faces of the Portraits that only a state of the content has. */
export const getStaticPaths = (async () => {
  const portal = await getPortal();
  const own = new Set(portal.personas.map(({ id }) => id));
  const { personas = [] } = STATES['much']?.(portal) ?? {};
  return personas.flatMap(({ id }) => (own.has(id) ? [] : [{ params: { id }, props: {} }]));
}) satisfies GetStaticPaths;

export { faceFile as GET } from '#components/face-files.ts';
