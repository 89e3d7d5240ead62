/// <reference types="astro/client" />

/** The program that draws, as it was when a build began (src/build/keep-renderings.ts); nothing in `dev` and in tests. */
declare const RENDER_PROGRAM: string | undefined;
/** Where a build puts its site (src/build/keep-renderings.ts); nothing in `dev` and in tests. */
declare const SITE_FOLDER: string | undefined;
/** A name for content and configuration (src/build/keep-learnings.ts); nothing in `dev`. */
declare const CONTENT_VERSION: string | undefined;
/** Ids of learnings whose pages are taken over from the last build (src/build/keep-learnings.ts). */
declare const KEPT_LEARNINGS: readonly string[] | undefined;
/** Whether their lists are, too. */
declare const KEPT_LISTS: boolean | undefined;

declare namespace App {
  interface Locals {
    portal: import('#data/portal.ts').Portal;
    words: import('#core/language/words.ts').Words;
    notes: import('#components/page-notes.ts').PageNotes;
  }
}
