import type { APIRoute } from 'astro';
import { palette } from '#render/palette.ts';

/** An arch, as around the Portraits, in the brand colour. */
export const GET: APIRoute = ({ locals }) => {
  const { accent, accentInk } = palette(locals.portal.config.brand.color).light;
  return new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="${accent}" d="M3 32V16a13 13 0 0 1 26 0v16z"/><circle cx="16" cy="14" r="5" fill="${accentInk}"/><path fill="${accentInk}" d="M7 32c0-6 4-10 9-10s9 4 9 10z"/></svg>`,
    { headers: { 'content-type': 'image/svg+xml' } },
  );
};
