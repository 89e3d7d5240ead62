import type { ContentCatalogue } from '#markdown/content-catalogue.ts';

/** The names that the editor offers, in plain lists: they travel to the browser. */
export interface EditorNames {
  personas: readonly string[];
  kpis: readonly string[];
  insights: readonly string[];
  /** Fact ids by owner: "personas/brand-enthusiast" → ["customers", …]. */
  facts: Readonly<Record<string, readonly string[]>>;
  charts: Readonly<Record<string, readonly string[]>>;
}

/** Where nothing is offered. */
export const NO_NAMES: EditorNames = {
  personas: [],
  kpis: [],
  insights: [],
  facts: {},
  charts: {},
};

/** What can be named in a text, from the catalogue by which texts are checked. */
export function editorNames({ entries, measured, figures }: ContentCatalogue): EditorNames {
  const listed = (kind: 'facts' | 'charts'): Record<string, readonly string[]> =>
    Object.fromEntries([...measured].map((owner) => [owner, [...(figures(owner)?.[kind] ?? [])]]));
  return {
    personas: [...entries.personas],
    kpis: [...entries.kpis],
    insights: [...entries.insights],
    facts: listed('facts'),
    charts: listed('charts'),
  };
}

/** Addresses as they are written on a page: its own by their bare id first, then everybody's. */
export function addressesFor(
  owner: string,
  idsByOwner: Readonly<Record<string, readonly string[]>>,
): string[] {
  return [
    ...(idsByOwner[owner] ?? []),
    ...Object.entries(idsByOwner)
      .filter(([other]) => other !== owner)
      .flatMap(([other, ids]) => ids.map((id) => `${other}#${id}`)),
  ];
}
