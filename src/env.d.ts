/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    portal: import('#data/portal.ts').Portal;
    words: import('#core/language/words.ts').Words;
    notes: import('#components/page-notes.ts').PageNotes;
  }
}
