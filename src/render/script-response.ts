import { keptScript } from './kept-renderings.ts';

/** A script of src/client, as a page asks for it. */
export async function scriptResponse(name: string): Promise<Response> {
  return new Response(await keptScript(name), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
}
