import { resolve } from 'node:path';
import { collectionsOf } from '../content-collections.ts';
import { readApproved } from './read-approved.ts';

/** Only approved stories and what belongs to them: what is not read cannot be shown. */
export const collections = collectionsOf(
  readApproved(resolve(process.env['PORTAL_CONTENT'] ?? 'content')),
);
