import type { APIRoute, GetStaticPaths } from 'astro';
import { scriptResponse } from '#render/script-response.ts';

/** Scripts of src/client that pages ask for by name. */
const NAMES = [
  'facets',
  'figure-copy',
  'figure-read',
  'figure-span',
  'figures',
  'guess',
  'page',
  'role',
  'screen',
  'search',
  'search-worker',
];

export const getStaticPaths = (() =>
  NAMES.map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => scriptResponse(params['name'] ?? '');
