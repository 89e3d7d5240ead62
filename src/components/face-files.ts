import type { APIRoute, GetStaticPaths } from 'astro';
import { getPersonas } from '#data/personas.ts';
import { getVoices } from '#data/voices.ts';
import type { Face } from '#core/schemas/persona.ts';
import { drawFace } from '#render/draw-face.ts';

interface Props {
  face?: Face;
}

/** The face of every Portrait: drawn ones only, a photo's consent may end at the company's door. */
export const portraitFaces = (async () =>
  (await getPersonas()).map(({ id, story }) => ({
    params: { id },
    props: { face: story?.face },
  }))) satisfies GetStaticPaths;

/** The faces of colleagues: drawn for those who ask for it, and for nobody else. */
export const voiceFaces = (async () =>
  (await getVoices()).flatMap(({ id, face }) =>
    face === undefined ? [] : [{ params: { id }, props: { face } }],
  )) satisfies GetStaticPaths;

/** A face as a file. */
export const faceFile: APIRoute<Props> = ({ params, props }) =>
  new Response(drawFace(params['id'] ?? '', props.face), {
    headers: { 'content-type': 'image/svg+xml' },
  });
