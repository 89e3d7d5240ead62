import { z } from 'zod';
import { ClaimSyntaxError } from '#core/claims/claim-syntax-error.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import { WEEKDAYS } from '#core/screens/weekday.ts';
import { DaySchema, EntryIdSchema } from './identifiers.ts';

/** "08:30"; as an end also "24:00". Becomes minutes since midnight. */
const ClockSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected a time such as "08:30"')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** A part of the week by the clock on the shop's wall. */
const WindowSchema = z
  .strictObject({
    /** Days on which it begins; default: every day. */
    on: z
      .array(z.enum(WEEKDAYS))
      .min(1)
      .default([...WEEKDAYS]),
    /** From this minute on … */
    from: ClockSchema.default(0),
    /** … up to this one, which is not in it. Before `from` it lies on the next day: "22:00" to "06:00". */
    to: ClockSchema.default(1440),
  })
  // A time that could not be read has its own message.
  .refine(({ from, to }) => from !== to && !(from >= 1440), {
    error: 'expected a window that begins before 24:00 and ends at another time',
    path: ['to'],
  });

/** A condition on figures, read by the claim language and never run as code. */
const ConditionSchema = z.strictObject({
  /** Whose facts: "kpis/return-rate", "boxes"; default: those of what the slide shows. */
  of: z.string().min(1).optional(),
  /** A claim: "current > 0.2 and change is higher". */
  holds: z.string().superRefine((claim, context) => {
    try {
      parseClaim(claim);
    } catch (error) {
      if (!(error instanceof ClaimSyntaxError)) throw error;
      context.addIssue({ code: 'custom', input: claim, message: error.message });
    }
  }),
});

const StaleSchema = z.enum(['said', 'dropped']);

/** What every entry of a playlist can say. */
const whenShown = {
  /** On while one of these windows is open; default: always. */
  at: z.array(WindowSchema).default([]),
  /** Only while this is so. */
  when: ConditionSchema.optional(),
  /** What happens to slides whose figures are out of date; default: `screens.stale`. */
  stale: StaleSchema.optional(),
};

/** Which ones and how many; default: all, in reading order. */
const chosen = {
  only: z.array(EntryIdSchema).min(1).optional(),
  most: z.int().positive().optional(),
};

const ENTRY_SCHEMAS = [
  z.strictObject({
    show: z.literal('portraits'),
    ...chosen,
    /** Adds what the Portrait means for this role: "packing". */
    for: z.string().min(1).optional(),
    ...whenShown,
  }),
  z.strictObject({
    show: z.literal('comparisons'),
    /** Two ids each; default: those that tell the most. */
    pairs: z
      .array(
        z
          .tuple([EntryIdSchema, EntryIdSchema])
          .refine(([left, right]) => left !== right, 'expected two different Portraits'),
      )
      .min(1)
      .optional(),
    most: z.int().positive().default(3),
    ...whenShown,
  }),
  z.strictObject({ show: z.literal('boxes'), ...whenShown }),
  z.strictObject({ show: z.literal('kpis'), ...chosen, ...whenShown }),
  z.strictObject({ show: z.literal('learnings'), ...chosen, ...whenShown }),
  z.strictObject({ show: z.literal('quotes'), ...chosen, ...whenShown }),
  z.strictObject({ show: z.literal('voices'), ...chosen, ...whenShown }),
  z.strictObject({
    show: z.literal('notice'),
    /** The small line above: "Welcome", "This Friday". */
    kicker: z.string().min(1).max(40).optional(),
    title: z.string().min(1).max(80),
    text: z.string().min(1).max(200).optional(),
    /** First day; default: at once. */
    from: DaySchema.optional(),
    /** Last day: no notice hangs for ever. */
    until: z.iso.date('expected its last day, such as "2026-12-24"'),
    ...whenShown,
  }),
] as const;

const KINDS = ENTRY_SCHEMAS.map(({ shape }) => shape.show.value);

/** One entry of a playlist: a slide, or several of a kind. */
const PlaylistEntrySchema = z.discriminatedUnion('show', ENTRY_SCHEMAS, {
  error: `expected ${KINDS.slice(0, -1).join(', ')} or ${KINDS.at(-1) ?? ''}`,
});
export type PlaylistEntry = z.output<typeof PlaylistEntrySchema>;

const PlaylistSchema = z.strictObject({
  /** Whose screen it is: "Packing hall". */
  title: z.string().min(1).max(60),
  /** Each entry gives its first slide, then each its second, until all were shown. */
  slides: z.array(PlaylistEntrySchema).min(1),
});
export type Playlist = z.output<typeof PlaylistSchema>;

/** The playlist at /screen/; every other one is at /screen/<id>/. */
export const FIRST_PLAYLIST = 'office';

const PACKING_KPIS = ['order-accuracy', 'on-time-delivery', 'return-rate'];
const SERVICE_KPIS = ['first-contact-resolution', 'time-to-first-answer', 'return-rate'];

/** Newest learnings of a round: with all of a thousand, nobody would see a Portrait again that day. */
const MOST_LEARNINGS = 20;

/** What is shown without a line in the config. */
const DEFAULT_PLAYLISTS = z.record(EntryIdSchema, PlaylistSchema).parse({
  [FIRST_PLAYLIST]: {
    title: 'Office',
    slides: [
      { show: 'portraits' },
      { show: 'boxes' },
      { show: 'kpis' },
      { show: 'learnings', most: MOST_LEARNINGS },
      { show: 'comparisons' },
      { show: 'quotes' },
      { show: 'voices' },
    ],
  },
  packing: {
    title: 'Packing',
    slides: [
      { show: 'boxes' },
      { show: 'portraits', for: 'packing' },
      { show: 'kpis', only: PACKING_KPIS },
      { show: 'quotes' },
      { show: 'voices' },
    ],
  },
  service: {
    title: 'Service',
    slides: [
      { show: 'portraits', for: 'service' },
      { show: 'quotes' },
      { show: 'voices' },
      { show: 'kpis', only: SERVICE_KPIS },
      { show: 'learnings', most: 3 },
      { show: 'boxes' },
    ],
  },
  leadership: {
    title: 'Leadership',
    slides: [
      { show: 'kpis' },
      { show: 'portraits', for: 'leadership' },
      { show: 'learnings', most: MOST_LEARNINGS },
      { show: 'comparisons' },
    ],
  },
});

/** `screens` of portal.config.ts. */
export const ScreenSettingsSchema = z.strictObject({
  /** By id; those of the same id replace the ones that come along: office, packing, service, leadership. */
  playlists: z
    .record(EntryIdSchema, PlaylistSchema)
    .default({})
    .transform((own) => ({ ...DEFAULT_PLAYLISTS, ...own })),
  /** By day; at night every screen is dark. */
  theme: z.enum(['dark', 'light']).default('dark'),
  /** When the screen is dimmed, by the clock on the shop's wall; null: never. */
  night: z
    .strictObject({ from: ClockSchema.default(1200), to: ClockSchema.default(360) })
    .refine(({ from, to }) => from !== to, { error: 'expected another time', path: ['to'] })
    .nullable()
    .prefault({}),
  /** So many days after its day a figure is out of date. */
  staleAfterDays: z.int().positive().default(14),
  /** Slides whose figures are out of date say so, or are left out. */
  stale: StaleSchema.default('said'),
});
