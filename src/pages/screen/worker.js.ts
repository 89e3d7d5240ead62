import type { APIRoute } from 'astro';
import { scriptResponse } from '#render/script-response.ts';

/** Keeps the office screens when the network is away. Where it stands is what it may serve: /screen/ and no more. */
export const GET: APIRoute = () => scriptResponse('screen-worker');
