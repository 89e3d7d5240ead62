import type { APIRoute, GetStaticPaths } from 'astro';
import type { Card } from '#core/cards/card.ts';
import { cardsOf } from '#components/cards-of.ts';
import { keptLearnings } from '#data/kept-learnings.ts';
import { getPortal, type Portal } from '#data/portal.ts';
import { drawCardsAhead, keptCard, placeKeptCard } from '#render/kept-renderings.ts';
import { palette } from '#render/palette.ts';
import type { CardOptions } from '#render/render-card.ts';

export const getStaticPaths = (async () => {
  const portal = await getPortal();
  const options = optionsOf(portal);
  const cards = cardsOf(portal, keptLearnings).filter(
    ({ type, id, card }) => !placeKeptCard(card, options, `cards/${type}/${id}/og.png`),
  );
  drawCardsAhead(
    cards.map(({ card }) => card),
    options,
  );
  return cards.map(({ type, id, card }) => ({ params: { type, id }, props: { card } }));
}) satisfies GetStaticPaths;

/** The picture that a link to a page is shown with. */
export const GET: APIRoute<{ card: Card }> = async ({ props, locals }) => {
  const png = await keptCard(props.card, optionsOf(locals.portal));
  return new Response(Buffer.from(png), { headers: { 'content-type': 'image/png' } });
};

function optionsOf({ config }: Portal): CardOptions {
  return { palette: palette(config.brand.color), size: 'og' };
}
