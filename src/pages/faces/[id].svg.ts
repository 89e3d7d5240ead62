import { createAvatar } from '@dicebear/core';
import * as notionists from '@dicebear/notionists';
import type { APIRoute, GetStaticPaths } from 'astro';
import { getPersonas } from '#data/personas.ts';

export const getStaticPaths = (async () =>
  (await getPersonas()).map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

/** A drawn placeholder (Notionists by Zoish, CC0), the same for an id on every machine. */
export const GET: APIRoute = ({ params }) =>
  new Response(createAvatar(notionists, { seed: params['id'] ?? '' }).toString(), {
    headers: { 'content-type': 'image/svg+xml' },
  });
