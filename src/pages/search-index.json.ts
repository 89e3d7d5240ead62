import type { APIRoute } from 'astro';
import { MANIFEST_PATH } from '#core/search/search-files.ts';
import { searchFilesOf } from '#components/search-files-of.ts';

/** Loaded by the search page with the first letter; it names the files under /search/ that hold the rest. */
export const GET: APIRoute = async ({ locals }) =>
  new Response((await searchFilesOf(locals.portal)).get(MANIFEST_PATH), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
