/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    portal: import('#data/portal.ts').Portal;
    notes: import('#components/page-notes.ts').PageNotes;
  }
}
