import type { APIRoute } from 'astro';
import { searchDocumentsOf } from '#components/search-documents-of.ts';
import { buildSearchIndex } from '#render/build-search-index.ts';

/** Loaded by the search page on first use. */
export const GET: APIRoute = ({ locals }) =>
  Response.json(buildSearchIndex(searchDocumentsOf(locals.portal)));
