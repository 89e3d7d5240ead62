import type { APIRoute } from 'astro';
import { scriptResponse } from '#render/script-response.ts';

/** Keeps the game when the network is away. Where it stands is what it may serve: /guess/ and no more. */
export const GET: APIRoute = () => scriptResponse('screen-worker');
