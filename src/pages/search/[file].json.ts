import type { APIRoute, GetStaticPaths } from 'astro';
import { searchFilesOf } from '#components/search-files-of.ts';
import { getPortal } from '#data/portal.ts';
import { placeFile } from '#render/kept-renderings.ts';

/** Terms, words and texts of the search, each file loaded when a query needs it; docs/decisions/015-search-in-shards.md. */
export const getStaticPaths = (async () =>
  [...searchFilesOf(await getPortal())].flatMap(([path, text]) => {
    const [, file] = /^search\/(.+)\.json$/.exec(path) ?? [];
    return file === undefined || placeFile(path, text) ? [] : { params: { file } };
  })) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, locals }) =>
  new Response(searchFilesOf(locals.portal).get(`search/${params['file'] ?? ''}.json`), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
