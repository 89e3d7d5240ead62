import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import { startingSentence } from '#core/language/first-letter.ts';
import type { Chart } from '#core/charts/chart.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { type Breakdown, OTHER_PART } from '#core/schemas/persona.ts';
import type { SearchDocument, SearchFacets } from '#core/search/search-document.ts';
import type { Portal } from '#data/portal.ts';
import { isHint } from './certainty-of.ts';
import { isOrdered, kpiChart, personaChart } from './chart-at.ts';
import { componentWords } from './component-words.ts';
import {
  factDocuments,
  figureWords,
  isKnown,
  type FiguresPage,
  shopDocuments,
} from './fact-documents.ts';
import { figureAndWords } from './figure-text.ts';
import { leadingFigures } from './leading-figures.ts';
import { isDraft } from './insight-pages.ts';
import { asSentence, plainText, type ComponentWords } from './plain-text.ts';
import { quotesIn } from './quotes-in.ts';
import { pageDocuments } from './page-documents.ts';

/** What search knows of every page and of its figures, charts and voices. Addresses are relative to the site. */
export function searchDocumentsOf(portal: Portal): SearchDocument[] {
  return [
    ...personaDocuments(portal),
    ...insightDocuments(portal),
    ...kpiDocuments(portal),
    ...colleagueDocuments(portal),
    ...audienceDocuments(portal),
    ...shopDocuments(portal),
    ...pageDocuments(portal),
  ];
}

function personaDocuments(portal: Portal): SearchDocument[] {
  return portal.personas.flatMap((persona) => {
    const { id, name, essence, story, figures, document, isCore } = persona;
    const { found, portraits } = wordsOf(portal.formats);
    const owner = `personas/${id}`;
    const words = componentWords(portal, owner);
    const page: FiguresPage = { owner, name, facets: { personas: [id] } };
    const leads = leadingFigures(portal.personas, id, portal.formats);
    return [
      {
        id: owner,
        url: `${owner}/`,
        kind: 'persona' as const,
        title: name,
        text: joined(
          isHint(portal.segmentation, { id, figures }) ? portraits.hint : null,
          essence,
          // A result says why it is the first: "Spends most: $1,965."
          ...leads.map(
            ({ fact, phrases: [phrase = ''] }) =>
              `${startingSentence(phrase)}: ${figureAndWords(fact, portal.formats)}`,
          ),
          // Their other figures are documents of their own: here they would drown what is told.
          plainText(document?.body ?? '', words),
        ),
        keywords: [
          ...[story?.advocate, figures?.workingName].filter((word) => word !== undefined),
          ...(isCore ? found.core.split(', ') : []),
          ...whatTheyBuy(figures?.facts ?? []),
        ],
        facets: page.facets,
      },
      ...factDocuments(portal, page, figures?.facts ?? [], leads),
      ...chartDocuments(
        page,
        (figures?.breakdowns ?? []).map(({ id: split, label }) => ({
          chart: personaChart(portal, persona, split),
          about: label,
        })),
        partsOf(figures?.breakdowns ?? []),
      ),
      ...voiceDocuments(page, document?.body, words),
    ];
  });
}

function insightDocuments(portal: Portal): SearchDocument[] {
  return portal.insights.flatMap(({ id, title, summary, date, result, story, document }) => {
    const owner = `insights/${id}`;
    const words = componentWords(portal, owner);
    const draft = isDraft({ story });
    const facets: SearchFacets = {
      personas: story?.personas ?? [],
      kpis: story?.kpis ?? [],
      ...(result && { grade: result.grade }),
      ...(date && { year: date.slice(0, 4) }),
    };
    return [
      {
        id: owner,
        url: `${owner}/`,
        kind: 'insight' as const,
        title: draft ? filled(wordsOf(portal.formats).found.draft, { title }) : title,
        text: joined(
          summary,
          result?.verdictSentence === summary ? null : result?.verdictSentence,
          // Of a draft the text asks its writer what is to be written.
          draft ? null : plainText(document?.body ?? '', words),
          result?.variants.map(({ name }) => name).join(', '),
          figuresText(portal, result?.facts ?? []),
        ),
        keywords: [...(story?.tags ?? []), ...(result ? [result.campaign] : [])],
        ...(draft && { isDraft: true, name: title }),
        facets,
      },
      ...voiceDocuments({ owner, name: title, facets }, document?.body, words),
    ];
  });
}

function kpiDocuments(portal: Portal): SearchDocument[] {
  return portal.kpis.flatMap((kpi) => {
    const { id, title, meaning, figures, story, document } = kpi;
    const owner = `kpis/${id}`;
    const words = componentWords(portal, owner);
    const page: FiguresPage = { owner, name: title, facets: { kpis: [id] } };
    return [
      {
        id: owner,
        url: `${owner}/`,
        kind: 'kpi' as const,
        title,
        text: joined(
          meaning,
          plainText(document?.body ?? '', words),
          figures.formula,
          figures.caveats.join(' '),
        ),
        keywords: [
          ...(story?.synonyms ?? []),
          ...figures.facts
            .filter(({ id }) => id === 'current')
            .flatMap((fact) => figureWords(fact, portal.formats)),
        ],
        facets: page.facets,
      },
      ...factDocuments(portal, page, figures.facts),
      ...chartDocuments(page, [{ chart: kpiChart(portal, kpi), about: title }]),
      ...voiceDocuments(page, document?.body, words),
    ];
  });
}

/** What colleagues tell: a voice each, and their page once there is one. */
function colleagueDocuments({ voices, formats }: Portal): SearchDocument[] {
  const { found } = wordsOf(formats);
  if (voices.length === 0) return [];
  return [
    {
      id: 'voices',
      url: 'voices/',
      kind: 'page',
      title: found.voices,
      text: found.voicesText,
      keywords: found.voicesWords.split(', '),
    },
    ...voices.map(({ id, name, does, quote, story, personas, kpis }): SearchDocument => ({
      id: `voices/${id}`,
      url: `voices/#${id}`,
      kind: 'voice',
      // What they say stands in the text: words in titles weigh so much that pages about them would come later.
      title: name,
      text: `${does}. “${quote}” ${story.replace(/\s+/g, ' ')}`,
      keywords: [],
      facets: { personas, kpis },
    })),
  ];
}

function audienceDocuments(portal: Portal): SearchDocument[] {
  const entries = portal.audiences?.audiences ?? [];
  const { found } = wordsOf(portal.formats);
  return [
    {
      id: 'audiences',
      url: 'audiences/',
      kind: 'page',
      title: found.audiences,
      text: found.audiencesText,
      keywords: found.audiencesWords.split(', '),
    },
    ...entries.map(({ id, label, definition, say, doNotSay, advocate, facts }): SearchDocument => ({
      id: `audiences/${id}`,
      url: `audiences/#${id}`,
      kind: 'page',
      title: label,
      text: joined(definition, say, doNotSay, figuresText(portal, facts)),
      keywords: [found.audience, ...(advocate === null ? [] : [advocate])],
    })),
  ];
}

/** What the bars of each split are called, by the split's id; every calendar has the same. */
function partsOf(breakdowns: readonly Breakdown[]): Map<string, string[]> {
  return new Map(
    breakdowns
      .filter(({ id }) => !isOrdered(id))
      .map(({ id, rows }) => [
        id,
        rows.map(({ label }) => label).filter((label) => label !== OTHER_PART),
      ]),
  );
}

function chartDocuments(
  { owner, name, facets }: FiguresPage,
  charts: readonly { chart: Chart | undefined; about: string }[],
  parts: ReadonlyMap<string, string[]> = new Map(),
): SearchDocument[] {
  return charts.flatMap(({ chart, about }): SearchDocument[] => {
    if (chart === undefined) return [];
    const { id, title, description } = chart;
    return [
      {
        id: `${owner}#chart-${id}`,
        url: `${owner}/`,
        kind: 'chart',
        title: `${name}: ${title}`,
        text: joined(toldAbout(about, description), parts.get(id)?.join(', ')),
        keywords: [],
        facets,
      },
    ];
  });
}

/** What a chart tells, without how it is drawn: a bar that is looked for is a thing to buy. */
function toldAbout(about: string, description: string): string {
  return description.slice(Math.max(0, description.indexOf(about)));
}

function voiceDocuments(
  { owner, name, facets }: FiguresPage,
  source: string | undefined,
  words: ComponentWords,
): SearchDocument[] {
  return quotesIn(source ?? '', words).map(({ text, by }, at) => ({
    id: `${owner}#voice-${at + 1}`,
    url: `${owner}/`,
    kind: 'voice',
    title: `“${text}”`,
    text: [by, `(${name})`].filter(Boolean).join(' '),
    keywords: [],
    facets,
  }));
}

/** What a Portrait is looked for by: the categories, brands and channels that stand for it. */
function whatTheyBuy(facts: readonly Fact[]): string[] {
  const telling = /^(?:top|distinct)(?:Category|Brand|Channel)$/;
  const values = facts.flatMap(({ id, value }) =>
    telling.test(id) && typeof value === 'string' ? value : [],
  );
  return [...new Set(values)];
}

function figuresText({ formats }: Portal, facts: readonly Fact[]): string {
  return facts
    .filter(isKnown)
    .map((fact) => `${fact.label}: ${figureAndWords(fact, formats)}.`)
    .join(' ');
}

/** Each part is a sentence or more of its own. */
function joined(...parts: (string | null | undefined)[]): string {
  return parts
    .filter((part) => typeof part === 'string')
    .map((part) => asSentence(part))
    .filter((part) => part !== '')
    .join(' ');
}
