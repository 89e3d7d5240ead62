import { resolve } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { build } from 'esbuild';

/** Scripts of src/client that pages ask for by name; docs/decisions/004-scripts-as-classic-files.md says why not modules. */
export const getStaticPaths = (() =>
  ['figure-copy', 'figure-read', 'figures', 'screen', 'search'].map((name) => ({
    params: { name },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { outputFiles } = await build({
    entryPoints: [resolve('src/client', `${params['name']}.ts`)],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return new Response(outputFiles[0]?.text ?? '', {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
};
