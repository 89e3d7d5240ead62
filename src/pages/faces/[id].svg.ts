import { createAvatar } from '@dicebear/core';
import * as notionists from '@dicebear/notionists';
import type { APIRoute, GetStaticPaths } from 'astro';
import { getPersonas } from '#data/personas.ts';

export const getStaticPaths = (async () =>
  (await getPersonas()).map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

/** Mouths that smile or rest: whoever is described should feel respected. */
const FRIENDLY_LIPS = [3, 14, 17, 22, 23, 25, 30].map(
  (number) => `variant${String(number).padStart(2, '0')}`,
);

/** A drawn placeholder (Notionists by Zoish, CC0), the same for an id on every machine. */
export const GET: APIRoute = ({ params }) =>
  new Response(face(params['id'] ?? ''), { headers: { 'content-type': 'image/svg+xml' } });

function face(seed: string): string {
  return createAvatar(notionists, {
    seed,
    lips: FRIENDLY_LIPS as NonNullable<notionists.Options['lips']>,
    gestureProbability: 0,
    bodyIconProbability: 0,
  }).toString();
}
