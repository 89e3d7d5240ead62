import type { APIRoute, GetStaticPaths } from 'astro';
import { getPersonas } from '#data/personas.ts';
import { drawFace } from '#render/draw-face.ts';

/** Drawn faces only: a photo's consent may end at the company's door. */
export const getStaticPaths = (async () =>
  (await getPersonas()).map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(drawFace(params['id'] ?? ''), { headers: { 'content-type': 'image/svg+xml' } });
