import { evaluateClaim } from '#core/claims/evaluate-claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { figuresDay } from '#core/personas/figures-day.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { Playlist, PlaylistEntry } from '#core/schemas/screen-settings.ts';
import type { SlideSchedule } from '#core/screens/slide-schedule.ts';
import { addDays } from '#core/screens/weekday.ts';
import type { InsightEntry } from '#data/insights.ts';
import type { KpiEntry } from '#data/kpis.ts';
import type { PersonaEntry } from '#data/personas.ts';
import type { Portal } from '#data/portal.ts';
import type { VoiceEntry } from '#data/voices.ts';
import { boxParts } from './box-parts.ts';
import { comparable } from './compared-pairs.ts';
import { tellsSomething } from './lead-learnings.ts';
import { quotesOf, type Quote } from './quotes-of.ts';
import { tellingPairs } from './telling-pairs.ts';

export type Notice = Extract<PlaylistEntry, { show: 'notice' }>;

/** One message for the office screen. */
export type SlideContent =
  | { kind: 'portrait'; persona: PersonaEntry; role: string | null }
  | { kind: 'comparison'; pair: readonly [PersonaEntry, PersonaEntry] }
  | { kind: 'boxes' }
  | { kind: 'kpi'; kpi: KpiEntry }
  | { kind: 'learning'; insight: InsightEntry }
  | { kind: 'quote'; quote: Quote }
  | { kind: 'voice'; voice: VoiceEntry }
  | { kind: 'notice'; notice: Notice };

/** A message, when it is on, and what it stands on. */
export interface Slide {
  content: SlideContent;
  schedule: SlideSchedule;
  /** The page that tells more: "/kpis/return-rate/"; null: there is none. */
  path: string | null;
  /** The facts it shows or rests on. */
  facts: readonly Fact[];
  /** The day of its figures; null: it has none, or a study that says no day brought them. */
  asOf: string | null;
}

type SlidePortal = Pick<
  Portal,
  'config' | 'formats' | 'personas' | 'kpis' | 'insights' | 'voices' | 'boxes' | 'facts' | 'dataset'
>;

/**
 * The slides of a playlist in their order: of each entry the first, then of each the second, until all were shown. What
 * the content does not have (any more) is left out, and so is a slide whose condition does not hold.
 */
export function slides(
  portal: SlidePortal,
  { slides: entries }: Pick<Playlist, 'slides'>,
): Slide[] {
  const columns = entries.map((entry) =>
    contentsOf(portal, entry)
      .map((content) => slideOf(portal, entry, content))
      .filter((slide) => holds(portal, entry, slide) && mayBeShown(portal, slide)),
  );
  const rounds = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: rounds }, (_, round) =>
    columns.flatMap((column) => column[round] ?? []),
  ).flat();
}

function contentsOf(portal: SlidePortal, entry: PlaylistEntry): SlideContent[] {
  switch (entry.show) {
    case 'portraits':
      return chosen(portal.personas, entry).map((persona) => ({
        kind: 'portrait',
        persona,
        role: entry.for ?? null,
      }));
    case 'comparisons':
      return pairsOf(portal, entry).map((pair) => ({ kind: 'comparison', pair }));
    case 'boxes':
      return boxParts(portal).length > 0 ? [{ kind: 'boxes' }] : [];
    case 'kpis':
      // A figure nobody has explained is no message yet.
      return chosen(
        portal.kpis.filter(({ current, isExplained }) => isExplained && current.value !== null),
        entry,
      ).map((kpi) => ({ kind: 'kpi', kpi }));
    case 'learnings':
      return chosen(portal.insights.filter(tellsSomething), entry).map((insight) => ({
        kind: 'learning',
        insight,
      }));
    case 'quotes':
      return portal.personas
        .filter(({ id }) => entry.only?.includes(id) ?? true)
        .flatMap((persona) => quotesOf(portal, persona))
        .slice(0, entry.most)
        .map((quote) => ({ kind: 'quote', quote }));
    case 'voices':
      return chosen(portal.voices, entry).map((voice) => ({ kind: 'voice', voice }));
    case 'notice':
      return [{ kind: 'notice', notice: entry }];
  }
}

/** Those that the config names, in its order; else all; at most so many. */
function chosen<Entry extends { id: string }>(
  all: readonly Entry[],
  { only, most }: { only?: readonly string[] | undefined; most?: number | undefined },
): Entry[] {
  const some = only?.flatMap((id) => all.find((one) => one.id === id) ?? []) ?? all;
  return some.slice(0, most);
}

function pairsOf(
  { personas }: SlidePortal,
  { pairs, most }: Extract<PlaylistEntry, { show: 'comparisons' }>,
): [PersonaEntry, PersonaEntry][] {
  const named = pairs?.flatMap(([left, right]): [PersonaEntry, PersonaEntry][] => {
    const one = personas.find(({ id }) => id === left);
    const other = personas.find(({ id }) => id === right);
    return one && other ? [[one, other]] : [];
  });
  return (named ?? tellingPairs(personas)).slice(0, most);
}

function slideOf(portal: SlidePortal, entry: PlaylistEntry, content: SlideContent): Slide {
  const { staleAfterDays, stale } = portal.config.screens;
  const ground = groundOf(portal, content);
  return {
    content,
    ...ground,
    schedule: {
      windows: entry.at,
      from: content.kind === 'notice' ? (content.notice.from ?? null) : null,
      until: content.kind === 'notice' ? content.notice.until : null,
      staleFrom: staleFrom(content, ground.asOf, staleAfterDays),
      isDroppedWhenStale: (entry.stale ?? stale) === 'dropped',
    },
  };
}

/** Figures grow old with their day, and so does the Portrait that a quote speaks for; a learning when its review is due. */
function staleFrom(content: SlideContent, asOf: string | null, days: number): string | null {
  if (content.kind === 'learning') {
    const due = content.insight.story?.reviewBy;
    return due === undefined ? null : addDays(due, 1);
  }
  // What somebody has seen stays true of that day.
  if (asOf === null || content.kind === 'voice') return null;
  const isOld = content.kind === 'kpi' && content.kpi.current.status === 'stale';
  return isOld ? asOf : addDays(asOf, days + 1);
}

/** What a slide rests on, and where it is told in full. */
function groundOf(
  { personas, facts, boxes }: SlidePortal,
  content: SlideContent,
): Pick<Slide, 'path' | 'facts' | 'asOf'> {
  const of = (owner: string): readonly Fact[] => facts.get(owner) ?? [];
  switch (content.kind) {
    case 'portrait': {
      const { id, figures } = content.persona;
      return {
        path: `/personas/${id}/`,
        facts: of(`personas/${id}`),
        asOf: figuresDay(figures),
      };
    }
    case 'comparison': {
      const [left, right] = content.pair;
      const page = comparable(personas, left.id).find(({ other }) => other.id === right.id);
      return {
        path: page?.path ?? null,
        facts: [...of(`personas/${left.id}`), ...of(`personas/${right.id}`)],
        asOf: figuresDay(left.figures) ?? figuresDay(right.figures),
      };
    }
    case 'boxes':
      return { path: '/personas/', facts: of('boxes'), asOf: boxes?.asOf ?? null };
    case 'kpi': {
      const { id, current } = content.kpi;
      return { path: `/kpis/${id}/`, facts: of(`kpis/${id}`), asOf: current.asOf };
    }
    case 'learning': {
      const { id, date } = content.insight;
      return { path: `/insights/${id}/`, facts: of(`insights/${id}`), asOf: date };
    }
    case 'quote': {
      const { id, figures } = content.quote.persona;
      return { path: `/personas/${id}/`, facts: [], asOf: figuresDay(figures) };
    }
    case 'voice':
      return {
        path: `/voices/#${content.voice.id}`,
        facts: [],
        asOf: content.voice.told ?? null,
      };
    case 'notice':
      return { path: null, facts: [], asOf: null };
  }
}

function holds(portal: SlidePortal, { when }: PlaylistEntry, { facts }: Slide): boolean {
  if (!when) return true;
  const judged = when.of === undefined ? facts : (portal.facts.get(when.of) ?? []);
  return evaluateClaim(parseClaim(when.holds), judged).holds;
}

/** What was out of date already when the site was built is left out for good where the config says so. */
function mayBeShown(portal: SlidePortal, slide: Slide): boolean {
  return !slide.schedule.isDroppedWhenStale || staleSources(portal, slide).length === 0;
}

/** Exports behind a slide that have had no new rows for too long; a learning stands on what was, and has none. */
export function staleSources({ dataset }: Pick<Portal, 'dataset'>, slide: Slide): string[] {
  if (slide.content.kind === 'learning') return [];
  const sources = new Set(slide.facts.flatMap((fact) => fact.sources));
  return (dataset?.freshness ?? [])
    .filter(({ source, isStale }) => isStale && sources.has(source))
    .map(({ source }) => source);
}
