import { defineMiddleware } from 'astro:middleware';
import { getPortal } from '#data/portal.ts';
import { words } from '#data/words.ts';
import { PageNotes } from '#components/page-notes.ts';

/** Gives every page, and the components of texts, the content, the words of the interface and a place for the page's notes. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  locals.portal = await getPortal();
  locals.words = words;
  locals.notes = new PageNotes();
  return next();
});
