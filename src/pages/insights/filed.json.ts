import type { APIRoute } from 'astro';
import { filedIn, insightFacets } from '#components/insight-facets.ts';
import { draftsLast } from '#components/insight-pages.ts';

/** Under what each learning is filed, in the order of the lists: what combines and counts them asks for it. */
export const GET: APIRoute = ({ locals: { portal } }) => {
  const facets = insightFacets(portal);
  const values = facets.flatMap(({ id, values }) => values.map((value) => `${id}/${value.id}`));
  const numbers = new Map(values.map((value, number) => [value, number]));
  const filed = filedIn(facets);
  return Response.json({
    values,
    learnings: draftsLast(portal.insights).map(({ id }) =>
      (filed.get(id) ?? []).flatMap((value) => numbers.get(value) ?? []),
    ),
  });
};
