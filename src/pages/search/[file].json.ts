import type { APIRoute, GetStaticPaths } from 'astro';
import { searchFilesOf } from '#components/search-files-of.ts';
import { getPortal } from '#data/portal.ts';
import { placesFiles } from '#render/kept-renderings.ts';

/**
 * Terms, words and texts of the search, each file loaded when a query needs it; docs/decisions/015-search-in-shards.md. A
 * build works them out beside the pages and puts them in their places itself: /search-index.json waits for them.
 */
export const getStaticPaths = (async () => {
  const files = searchFilesOf(await getPortal());
  if (placesFiles) return [];
  return [...(await files).keys()].flatMap((path) => {
    const [, file] = /^search\/(.+)\.json$/.exec(path) ?? [];
    return file === undefined ? [] : { params: { file } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, locals }) =>
  new Response((await searchFilesOf(locals.portal)).get(`search/${params['file'] ?? ''}.json`), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
