import type { APIRoute, GetStaticPaths } from 'astro';
import { getPersonas } from '#data/personas.ts';
import type { Face } from '#core/schemas/persona.ts';
import { drawFace } from '#render/draw-face.ts';

interface Props {
  face?: Face;
}

export const getStaticPaths = (async () =>
  (await getPersonas()).map(({ id, story }) => ({
    params: { id },
    props: { face: story?.face },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ params, props }) =>
  new Response(drawFace(params['id'] ?? '', props.face), {
    headers: { 'content-type': 'image/svg+xml' },
  });
