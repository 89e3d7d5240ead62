import type { APIRoute, GetStaticPaths } from 'astro';
import { bundleScript } from '#render/bundle-script.ts';

/** Scripts of src/client that pages ask for by name. */
export const getStaticPaths = (() =>
  ['figure-copy', 'figures', 'guess', 'role', 'screen', 'search'].map((name) => ({
    params: { name },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => bundleScript(params['name'] ?? '');
