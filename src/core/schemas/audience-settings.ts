import { z } from 'zod';
import { DaySchema } from './identifiers.ts';

/** What people decide about one audience, beside who belongs to it. */
function guidance({ say, doNotSay, waitForRhythm = false }: Guidance) {
  return {
    /** The customer's advocate for it: the role or team with the last word. */
    advocate: z.string().min(1).optional(),
    /** What to say to them, in one or two sentences. */
    say: z.string().min(1).default(say),
    /** What never to say to them. */
    doNotSay: z.string().min(1).default(doNotSay),
    /**
     * Keeps whoever is not expected to buy yet, by their own rhythm, off the list until that day; of `last-christmas` everybody, until
     * so many days before the season as a list counts against `contactLimit`.
     */
    waitForRhythm: z.boolean().default(waitForRhythm),
  };
}

interface Guidance {
  say: string;
  doNotSay: string;
  waitForRhythm?: boolean;
}

const share = z.number().gt(0).max(1);
const days = z.int().positive().max(3650);
const DayOfYearSchema = z
  .string()
  // 29 February is one: a leap year has every day.
  .refine((day) => DaySchema.safeParse(`2024-${day}`).success, {
    message: 'expected a day of the year such as "11-15"',
  });

/** A random share for calls: the same seed draws the same people. */
const callShare = {
  /** Of those it is drawn from, 0–1. */
  share: share.default(0.1),
  /** Bought, or gave up, within so many days, as-of included. */
  days: days.default(7),
  seed: z.int().default(1),
};

/** `audiences` of portal.config.ts: each by its id, which is also the name of its list. */
export const AudienceSettingsSchema = z
  .strictObject({
    /** Nobody is on more than so many lists within so many days. */
    contactLimit: z
      .strictObject({
        lists: z.int().positive().default(2),
        days: days.default(30),
      })
      .prefault({}),
    hero: z
      .strictObject({
        ...guidance({
          say: 'Thank you, from a person with a name. Ask what we should never change, and what they would change first.',
          doNotSay:
            'No voucher and no campaign: they come for what we do, not for what we take off.',
        }),
        /** Of the buyers of `months` by net revenue, the first … */
        share: share.default(0.01),
        /** … of those with at least so many orders in them. */
        orders: z.int().positive().default(3),
        months: z.int().positive().max(120).default(24),
      })
      .prefault({}),
    new: z
      .strictObject({
        ...guidance({
          say: 'Welcome, from the owner, with the direct line of the service desk. Ask whether it came as expected.',
          doNotSay: 'Nothing to buy yet: the first order is still a test, and it is ours.',
        }),
        /** First purchase within so many days, as-of included. */
        days: days.default(7),
      })
      .prefault({}),
    'second-purchase-due': z
      .strictObject({
        ...guidance({
          say: 'What goes with what they have, and how to care for it. Offer help in choosing.',
          doNotSay: 'No deadline and no countdown; nothing that says that we miss their money.',
          waitForRhythm: true,
        }),
        /** First purchase so many days ago, and none on another day. */
        fromDays: days.default(20),
        toDays: days.default(90),
      })
      .prefault({}),
    'last-christmas': z
      .strictObject({
        ...guidance({
          say: 'Gifts that arrive in time: wrapping, the last day of ordering, express delivery if we have it.',
          doNotSay:
            'Not what they gave last year, nor to whom: somebody may read it over their shoulder.',
          waitForRhythm: true,
        }),
        /** First and last day of the season, as MM-DD. */
        from: DayOfYearSchema.default('11-15'),
        to: DayOfYearSchema.default('12-31'),
      })
      .prefault({}),
    'formerly-happy': z
      .strictObject({
        ...guidance({
          say: 'Ask what changed, and mean it: a person answers. Tell what we have changed since.',
          doNotSay: 'No “we miss you” and no reproach; no voucher before we know why they left.',
        }),
        /** At least so many orders … */
        orders: z.int().min(2).default(3),
        /** … and none for so many times their usual gap … */
        gaps: z.number().positive().max(100).default(2),
        /** … and at least so many days. */
        days: days.default(180),
      })
      .prefault({}),
    'one-brand': z
      .strictObject({
        ...guidance({
          say: 'News of their brand before everybody else hears it: arrivals, makers, care.',
          doNotSay: 'No other brand in its place, and not how much of it they own.',
        }),
        /** At least this share of all their pieces is of one brand … */
        share: share.default(0.8),
        /** … and there are at least so many pieces. */
        pieces: z.int().positive().default(5),
      })
      .prefault({}),
    'follow-up-buyers': z
      .strictObject({
        ...guidance({
          say: 'The four questions, and nothing else. Put right what can be put right while they are on the phone.',
          doNotSay: 'Nothing to sell, and no excuse: who explains does not listen.',
        }),
        ...callShare,
      })
      .prefault({}),
    'follow-up-baskets': z
      .strictObject({
        ...guidance({
          say: 'We kept your basket for you. Ask what stopped them, and offer to help.',
          doNotSay: 'No “complete your purchase”: the call serves, it does not push.',
        }),
        ...callShare,
      })
      .prefault({}),
  })
  .superRefine(refuseEmptySpans);
export type AudienceSettings = z.output<typeof AudienceSettingsSchema>;

/** `packingTags` of portal.config.ts. */
export const PackingTagSettingsSchema = z.strictObject({
  /** Orders of so many days have a tag, as-of included. */
  days: days.default(7),
  /** A bad answer, a bad rating or a ticket counts for so many days before the order. */
  complaintDays: days.default(60),
});
export type PackingTagSettings = z.output<typeof PackingTagSettingsSchema>;

/** A span that ends before it begins would be an audience of nobody, for good. */
function refuseEmptySpans(
  settings: {
    'second-purchase-due': { fromDays: number; toDays: number };
    'last-christmas': { from: string; to: string };
  },
  context: z.RefinementCtx,
): void {
  const { 'second-purchase-due': due, 'last-christmas': season } = settings;
  if (due.toDays < due.fromDays) {
    context.addIssue({
      code: 'custom',
      path: ['second-purchase-due', 'toDays'],
      input: due.toDays,
      message: `expected at least fromDays, ${due.fromDays}`,
    });
  }
  if (season.to < season.from) {
    context.addIssue({
      code: 'custom',
      path: ['last-christmas', 'to'],
      input: season.to,
      message: `expected a day of the same year, not before "${season.from}"`,
    });
  }
}
