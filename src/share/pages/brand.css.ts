import type { APIRoute } from 'astro';
import { checkedPalette } from '#render/palette-contrast.ts';
import { palette, paletteCss } from '#render/palette.ts';

/** Every tone of the site, from the brand colour; a build stops before it writes tones that cannot be read. */
export const GET: APIRoute = ({ locals }) =>
  new Response(paletteCss(checkedPalette(palette(locals.portal.config.brand.color))), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
