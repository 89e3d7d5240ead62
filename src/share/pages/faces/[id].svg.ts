import type { APIRoute, GetStaticPaths } from 'astro';
import { getPersonas } from '#data/personas.ts';
import type { Face } from '#core/schemas/persona.ts';
import { drawFace } from '#render/draw-face.ts';

interface Props {
  face?: Face;
}

/** Drawn faces only: a photo's consent may end at the company's door. */
export const getStaticPaths = (async () =>
  (await getPersonas()).map(({ id, story }) => ({
    params: { id },
    props: { face: story?.face },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ params, props }) =>
  new Response(drawFace(params['id'] ?? '', props.face), {
    headers: { 'content-type': 'image/svg+xml' },
  });
