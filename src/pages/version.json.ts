import type { APIRoute } from 'astro';
import { contentVersion, programVersion } from '#data/version.ts';

/** Tells screens that stay open for weeks when there is something new. */
export const GET: APIRoute = ({ locals: { portal } }) =>
  Response.json({
    version: contentVersion,
    program: programVersion(),
    asOf: portal.asOf,
  });
