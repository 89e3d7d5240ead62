import { surelyStrongest } from '#core/format/surely-largest.ts';
import { MONTHS, WEEKDAYS } from '#core/format/english-words.ts';
import { busiestMonth } from '#core/personas/busiest-month.ts';
import { distinctPart } from '#core/personas/distinct-part.ts';
import { ratioInterval } from '#core/personas/measured-facts.ts';
import type { SetApart, TopPart } from '#core/personas/part-facts.ts';
import {
  peopleBehind,
  personaBreakdowns,
  type BreakdownHead,
} from '#core/personas/persona-breakdowns.ts';
import type { PersonaFactsInput } from '#core/personas/persona-facts.ts';
import type { Period } from '#core/schemas/identifiers.ts';
import type { Breakdown } from '#core/schemas/persona.ts';
import type { PairedSums } from '#core/statistics/ratio-of-sums-interval.ts';
import { ratioToWhole } from '#core/statistics/ratio-to-whole.ts';
import type { Engine } from '../warehouse/engine.ts';
import {
  readPersonaSplit,
  type PersonaSplit,
  type SplitId,
} from '../warehouse/features/persona-splits.ts';

/** The parts of a calendar, named by their number. */
const numbered = (labels: readonly string[]) =>
  labels.map((label, index) => ({ name: String(index + 1), label }));

interface SplitDefinition {
  head: BreakdownHead;
  /** The fact that tells its largest part. */
  top?: TopPart;
  /** The facts that tell the part which sets a Portrait apart. */
  distinct?: SetApart;
  /** No other figure tells its shares of all customers; orders by channel are those of an export. */
  isOnlyHere?: boolean;
}

/** In the order of the page. */
const SPLITS: Record<SplitId, SplitDefinition> = {
  categories: {
    head: {
      id: 'categories',
      label: 'Categories',
      base: 'what they paid, of products with a known category',
    },
    top: 'category',
    distinct: 'category',
    isOnlyHere: true,
  },
  brands: {
    head: { id: 'brands', label: 'Brands', base: 'what they paid, of products with a known brand' },
    top: 'brand',
    distinct: 'brand',
    isOnlyHere: true,
  },
  channels: {
    head: { id: 'channels', label: 'Channels', base: 'orders with a known channel' },
    top: 'channel',
    distinct: 'channel',
  },
  months: {
    head: { id: 'months', label: 'Months of the year', base: 'orders', parts: numbered(MONTHS) },
    top: 'month',
  },
  weekdays: {
    head: { id: 'weekdays', label: 'Days of the week', base: 'orders', parts: numbered(WEEKDAYS) },
    top: 'weekday',
  },
  returnReasons: {
    head: {
      id: 'returnReasons',
      label: 'Reasons for sending back',
      base: 'items returned with a reason',
      isTyped: true,
    },
    top: 'returnReason',
    distinct: 'returnReason',
    isOnlyHere: true,
  },
  firstChannels: {
    head: {
      id: 'firstChannels',
      label: 'Channels of the first order',
      base: 'orders of first days with a known channel',
    },
    top: 'firstChannel',
    distinct: 'firstChannel',
  },
  firstCodes: {
    head: {
      id: 'firstCodes',
      label: 'Codes on the first order',
      base: 'orders of first days with a discount code',
      isTyped: true,
    },
    top: 'firstCode',
  },
};

/** Stands for all customers with a purchase where a Portrait's id stands otherwise. */
export const ALL = '';

/** Whom the parts of the splits are measured of. */
export interface SplitGroups {
  ids: readonly string[];
  customers: (id: string) => number;
  hidden: ReadonlySet<string>;
  floor: number;
  core: string | undefined;
  /** Of the purchases. */
  period: Period;
  /** No other table of the same customers is told. */
  isOnlyTable: boolean;
}

/** What the splits say, by Portrait; under `ALL` the largest parts of all customers. */
export interface MeasuredSplits {
  breakdowns: Map<string, Breakdown[]>;
  tops: Map<string, PersonaFactsInput['top']>;
  apart: Map<string, PersonaFactsInput['distinct']>;
}

/**
 * The breakdowns of the given Portraits, and what their facts tell of them: the largest part of each, and the part that
 * sets a Portrait apart.
 */
export async function measureSplits(engine: Engine, groups: SplitGroups): Promise<MeasuredSplits> {
  const measured: MeasuredSplits = {
    breakdowns: new Map(groups.ids.map((id) => [id, []])),
    tops: new Map(),
    apart: new Map(),
  };
  for (const [id, split] of Object.entries(SPLITS) as [SplitId, SplitDefinition][]) {
    const counted = await readPersonaSplit(engine, id);
    if (counted.cells.length > 0) addSplit(measured, split, counted, groups);
  }
  return measured;
}

function addSplit(
  { breakdowns, tops, apart }: MeasuredSplits,
  { head, top, distinct, isOnlyHere = false }: SplitDefinition,
  counted: PersonaSplit,
  { ids, customers, hidden, floor, core, period, isOnlyTable }: SplitGroups,
): void {
  const sumsOf = (id: string, label: string): PairedSums | undefined =>
    partSums(id === ALL ? null : id, nameOf(head, label), counted);
  const withSums = <Part extends { label: string }>(id: string, part: Part) => {
    const sums = sumsOf(id, part.label);
    return { ...part, ...(sums && { sums }) };
  };
  const found = personaBreakdowns(head, counted.cells, ids, hidden, floor, {
    ...(core !== undefined && { core }),
    isOfAllToldElsewhere: !isOnlyHere || !isOnlyTable,
  });
  for (const [id, breakdown] of found) {
    const { people = 0 } = counted.wholes.find(({ persona }) => persona === id) ?? {};
    const n = hidden.has(id) ? undefined : peopleBehind(people, customers(id), floor);
    // Without the number of people no interval either: it would tell that number.
    const rows = n
      ? breakdown.rows.map((row) => withInterval(row, sumsOf(id, row.label)))
      : breakdown.rows;
    breakdowns.get(id)?.push({ ...breakdown, rows, ...(n && { n }) });
    const part =
      distinct &&
      distinctPart(breakdown, (label) => {
        const [own, whole] = [sumsOf(id, label), sumsOf(ALL, label)];
        return own && whole ? ratioToWhole(own, whole) : null;
      });
    if (part) apart.set(id, { ...apart.get(id), [distinct]: withSums(id, part) });
  }
  if (!top) return;
  for (const [id, breakdown] of [...found, ...breakdownOfAll(head, counted, floor)]) {
    const rows = breakdown.rows.map((row) => withInterval(row, sumsOf(id, row.label)));
    const part = largestOf(top, rows, period);
    if (part) tops.set(id, { ...tops.get(id), [top]: withSums(id, part) });
  }
}

/** The part that may be called the main one: one is always the first, by chance alone. */
function largestOf(top: TopPart, rows: Breakdown['rows'], period: Period) {
  return top === 'month' ? busiestMonth(rows, period) : surelyStrongest(rows);
}

/** A part that is shown, with how sure its share is. */
function withInterval(
  row: Breakdown['rows'][number],
  sums: PairedSums | undefined,
): Breakdown['rows'][number] {
  const interval =
    row.share !== null && sums ? ratioInterval(sums, { scale: 1, unit: 'ratio' }) : null;
  return { ...row, ...(interval && { interval }) };
}

/** The split of all customers, as if they were one Portrait. */
function breakdownOfAll(
  head: BreakdownHead,
  { cells }: PersonaSplit,
  floor: number,
): ReturnType<typeof personaBreakdowns> {
  const ofAll = cells.filter(({ persona }) => persona === null);
  const asOne = ofAll.map((cell) => ({ ...cell, persona: ALL }));
  return personaBreakdowns(head, [...ofAll, ...asOne], [ALL], new Set(), floor);
}

function nameOf({ parts }: BreakdownHead, label: string): string {
  return parts?.find((part) => part.label === label)?.name ?? label;
}

/** What the interval of a part's share is computed from: its amount over that of all parts, one pair a customer. */
function partSums(
  persona: string | null,
  name: string,
  { cells, wholes }: PersonaSplit,
): PairedSums | undefined {
  const cell = cells.find((one) => one.persona === persona && one.name === name);
  const whole = wholes.find((one) => one.persona === persona);
  return (
    cell &&
    whole && {
      n: whole.people,
      sumX: whole.amount,
      sumY: cell.amount,
      sumXX: whole.squares,
      sumYY: cell.squares,
      sumXY: cell.products,
    }
  );
}
