import type { APIRoute } from 'astro';
import { palette, paletteCss } from '#render/palette.ts';

/** Every tone of the site, from the brand colour. */
export const GET: APIRoute = ({ locals }) =>
  new Response(paletteCss(palette(locals.portal.config.brand.color)), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
