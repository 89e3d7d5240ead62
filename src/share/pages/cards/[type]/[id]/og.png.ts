import type { APIRoute, GetStaticPaths } from 'astro';
import type { Card } from '#core/cards/card.ts';
import { getPortal } from '#data/portal.ts';
import { keptCard } from '#render/kept-renderings.ts';
import { palette } from '#render/palette.ts';
import { homeCard, publicStories } from '../../../../public-stories.ts';

export const getStaticPaths = (async () => {
  const portal = await getPortal();
  return [
    { params: { type: 'page', id: 'home' }, props: { card: homeCard(portal) } },
    ...publicStories(portal).map(({ type, id, card }) => ({
      params: { type, id },
      props: { card },
    })),
  ];
}) satisfies GetStaticPaths;

/** The picture that a link to a public story is shown with. */
export const GET: APIRoute<{ card: Card }> = async ({ props, locals }) => {
  const colors = palette(locals.portal.config.brand.color);
  const png = await keptCard(props.card, { palette: colors, size: 'og' });
  return new Response(Buffer.from(png), { headers: { 'content-type': 'image/png' } });
};
