import type { APIRoute, GetStaticPaths } from 'astro';
import { bundleClientScript } from '#render/bundle-client-script.ts';

/** Scripts of src/client that pages ask for by name; docs/decisions/004-scripts-as-classic-files.md says why not modules. */
export const getStaticPaths = (() =>
  ['screen', 'search', 'search-worker', 'search-keys'].map((name) => ({
    params: { name },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
  new Response(await bundleClientScript(params['name'] ?? ''), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
