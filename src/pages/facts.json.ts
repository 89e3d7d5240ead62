import type { APIRoute } from 'astro';

/** Every number of the site under its address, with its passport. */
export const GET: APIRoute = ({ locals: { portal } }) =>
  Response.json({
    schemaVersion: 1,
    dataset: portal.config.dataset,
    asOf: portal.asOf,
    facts: Object.fromEntries(
      [...portal.facts].flatMap(([owner, facts]) =>
        facts.map((fact) => [`${owner}#${fact.id}`, fact]),
      ),
    ),
  });
