import { resolve } from 'node:path';
import { makeGenericAPIRouteHandler } from '@keystatic/core/api/generic';
import type { APIRoute } from 'astro';
import { editorConfig } from './editor-config.ts';
import { NO_NAMES } from './editor-names.ts';

// Which files may be read and written follows from the collections; names play no part in it.
const handle = makeGenericAPIRouteHandler({
  config: editorConfig(NO_NAMES),
  localBaseDirectory: resolve(process.env['PORTAL_CONTENT'] ?? 'content'),
});

/** Reads and writes the texts of content/ for the editor. */
export const ALL: APIRoute = async ({ request }) => {
  const { body, headers, status } = await handle(request);
  return new Response(typeof body === 'string' || body === null ? body : new Uint8Array(body), {
    ...(status === undefined ? {} : { status }),
    ...(headers === undefined ? {} : { headers: headers as HeadersInit }),
  });
};
