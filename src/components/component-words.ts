import { evaluateClaim } from '#core/claims/evaluate-claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import type { Portal } from '#data/portal.ts';
import { sentenceText } from './figure-text.ts';
import { findFact } from './find-fact.ts';
import type { ComponentWords } from './plain-text.ts';

/** What a text may name: of the portal, or of the same entries read without the site. */
export type NamedEntries = Pick<Portal, 'facts' | 'formats'> & {
  personas: readonly { id: string; name: string }[];
  kpis: readonly { id: string; title: string }[];
};

/** How the components in a text of `owner` read as words: facts and names from the portal, claims by its facts. */
export function componentWords(portal: NamedEntries, owner: string): ComponentWords {
  const { facts, formats, personas, kpis } = portal;
  return {
    fact: (address) => sentenceText(findFact(portal, address, owner).fact, formats),
    holds: (claim) => evaluateClaim(parseClaim(claim), facts.get(owner) ?? []).holds,
    name: (component, id) =>
      (component === 'Persona'
        ? personas.find((one) => one.id === id)?.name
        : kpis.find((one) => one.id === id)?.title) ?? '',
  };
}
