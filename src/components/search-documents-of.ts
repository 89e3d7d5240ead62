import { evaluateClaim } from '#core/claims/evaluate-claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { formatFact } from '#core/format/format-fact.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import type { Portal } from '#data/portal.ts';
import { HINT_WORDS, isHint } from './certainty-of.ts';
import { findFact } from './find-fact.ts';
import { plainText } from './plain-text.ts';

/** What search knows of every page: its words, and its numbers as people read them. Addresses are relative to the site. */
export function searchDocumentsOf(portal: Portal): SearchDocument[] {
  const { formats, personas, kpis, insights, audiences } = portal;

  const figures = (facts: readonly Fact[]): string =>
    facts.map((fact) => `${fact.label}: ${formatFact(fact, formats)}.`).join(' ');

  const words = (owner: string, source: string | undefined): string =>
    plainText(source ?? '', {
      fact: (address) => formatFact(findFact(portal, address, owner).fact, formats),
      holds: (claim) => evaluateClaim(parseClaim(claim), portal.facts.get(owner) ?? []).holds,
      name: (component, id) =>
        component === 'Persona'
          ? (personas.find((one) => one.id === id)?.name ?? '')
          : (kpis.find((one) => one.id === id)?.title ?? ''),
    });

  return [
    ...personas.map(({ id, name, essence, story, figures: machine, document }) => ({
      id: `personas/${id}`,
      url: `personas/${id}/`,
      kind: 'persona' as const,
      title: name,
      text: joined(
        isHint(portal.segmentation, { id, figures: machine }) ? `${HINT_WORDS}.` : null,
        essence,
        words(`personas/${id}`, document?.body),
        figures(machine?.facts ?? []),
        machine?.breakdowns.flatMap(({ rows }) => rows.map(({ label }) => label)).join(', '),
      ),
      keywords: [story?.advocate, machine?.workingName].filter((word) => word !== undefined),
    })),
    ...insights.map(({ id, title, summary, result, story, document }) => ({
      id: `insights/${id}`,
      url: `insights/${id}/`,
      kind: 'insight' as const,
      title,
      text: joined(
        summary,
        result?.verdictSentence === summary ? null : result?.verdictSentence,
        words(`insights/${id}`, document?.body),
        result?.variants.map(({ name }) => name).join(', '),
        figures(result?.facts ?? []),
      ),
      keywords: [...(story?.tags ?? []), ...(result ? [result.campaign] : [])],
    })),
    ...kpis.map(({ id, title, meaning, figures: machine, story, document }) => ({
      id: `kpis/${id}`,
      url: `kpis/${id}/`,
      kind: 'kpi' as const,
      title,
      text: joined(
        meaning,
        words(`kpis/${id}`, document?.body),
        machine.formula,
        figures(machine.facts),
        machine.caveats.join(' '),
      ),
      keywords: story?.synonyms ?? [],
    })),
    {
      id: 'audiences',
      url: 'audiences/',
      kind: 'page' as const,
      title: 'Audiences',
      text: joined(
        'Whom to write to or call, what to say to them, and when they were last written to.',
        ...(audiences?.audiences ?? []).flatMap(({ label, definition, say, doNotSay, facts }) => [
          `${label}: ${definition}.`,
          say,
          doNotSay,
          figures(facts.filter(({ status }) => status !== 'unavailable')),
        ]),
      ),
      keywords: [
        'segments',
        'lists',
        'follow-up calls',
        ...(audiences?.audiences ?? []).flatMap(({ advocate }) => advocate ?? []),
      ],
    },
    {
      id: 'method',
      url: 'method/',
      kind: 'page' as const,
      title: 'Method',
      text: joined(
        'How we know this: what was read, what was left out and why, and how figures and Portraits are worked out.',
        portal.dataset?.files.map(({ path, adapter }) => `${path} ${adapter ?? ''}`).join(', '),
      ),
      keywords: ['data quality', 'formulas', 'sources', 'exports'],
    },
  ];
}

function joined(...parts: (string | null | undefined)[]): string {
  return parts.filter((part) => part != null && part !== '').join(' ');
}
