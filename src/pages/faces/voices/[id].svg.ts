import type { APIRoute, GetStaticPaths } from 'astro';
import type { Face } from '#core/schemas/persona.ts';
import { getVoices } from '#data/voices.ts';
import { drawFace } from '#render/draw-face.ts';

interface Props {
  face: Face;
}

/** Drawn for colleagues who ask for it, and for nobody else. */
export const getStaticPaths = (async () =>
  (await getVoices()).flatMap(({ id, face }) =>
    face === undefined ? [] : [{ params: { id }, props: { face } }],
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ params, props }) =>
  new Response(drawFace(params['id'] ?? '', props.face), {
    headers: { 'content-type': 'image/svg+xml' },
  });
