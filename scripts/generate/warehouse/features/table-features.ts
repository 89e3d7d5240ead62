import type { NumberForm, TableColumn } from '#core/schemas/table-column.ts';
import { foldHeader } from '#generate/exports/plan/fold-header.ts';
import type { NumberProfile, TableLevel, TableProfile, TextProfile } from './table-profiles.ts';

/** What becomes of a column: features, or the reason why it has none. */
export type ColumnReading = { columns: TableColumn[] } | { reason: string };

/** Numbers as they stand, until their scale and bounds are known. */
const UNBOUND = { scale: 1, low: -1e15, high: 1e15 };

/** The customers by whom a column is read. */
export interface TableCustomers {
  /** Who counts, whether or not they stand in the table. */
  all: number;
  /** Of them, those with a row in it. */
  inTable: number;
  /** An empty cell in a column of numbers says 0. */
  emptyIsZero: boolean;
}

/** So many of the filled cells must be of a kind. */
const NEARLY_ALL = 0.99;
/** From this share on, contacts among the cells make a column personal. */
const CONTACTS_SHARE = 0.02;
const SOME_SHARE = 0.5;
/** Below this share of the customers a column says too little about too few. */
const FEWEST_PRESENT = 0.2;
const MOST_EQUAL = 0.98;
/** Levels of fewer customers have no feature of their own. */
export const SMALLEST_LEVEL = 0.05;
const MOST_LEVELS = 12;
const LONGEST_LEVEL = 60;

/** From this share on nearly each customer has another value. */
const NEARLY_UNIQUE = 0.95;
const SHORTEST_ID = 6;

const SAME = 'All customers have the same value';
const NEARLY_EMPTY = 'Fewer than 20% of the customers have a value';
const IDS = 'Holds ids: nearly each customer has another';

const ID_HEADER = /(?:^|[a-z])(?:id|uuid|guid|nr|no|number|nummer|code|key|hash|token|sku)$|^id/;

/**
 * Reads off a column's profile what it is: numbers, yes or no, a ticked box, a category with levels, or nothing that can
 * be used – nearly empty, the same for everybody, an id, a day, a contact, a free text.
 *
 * @param levels those of a column of texts that enough customers have, most frequent first
 */
export function readColumn(
  name: string,
  profile: TableProfile | undefined,
  levels: readonly TableLevel[],
  customers: TableCustomers,
): ColumnReading {
  if (profile === undefined || profile.present === 0) return { reason: 'No customer has a value' };
  return profile.kind === 'numbers'
    ? readNumbers(name, profile, customers)
    : readTexts(name, profile, levels, customers);
}

function readNumbers(
  name: string,
  profile: NumberProfile,
  customers: TableCustomers,
): ColumnReading {
  const { present, wholeLevels, shortest, longest } = profile;
  const { emptyIsZero } = customers;
  if (profile.least === profile.greatest && profile.least === 1 && isSplit(present, customers.all))
    return { columns: [{ kind: 'ticked', name }] };
  const hasZeros = emptyIsZero && present < customers.inTable;
  const least = hasZeros ? Math.min(0, profile.least) : profile.least;
  const greatest = hasZeros ? Math.max(0, profile.greatest) : profile.greatest;
  if (filled(present, customers) < FEWEST_PRESENT * customers.all) return { reason: NEARLY_EMPTY };
  if (least === greatest) return { reason: SAME };
  if (!hasZeros && wholeLevels === 2 && least === 0 && greatest === 1)
    return { columns: [{ kind: 'yesNo', name }] };
  const isUnique = wholeLevels !== null && wholeLevels > NEARLY_UNIQUE * present;
  const isInARow = profile.greatest - profile.least < present / NEARLY_UNIQUE;
  const hasOneLength = shortest === longest && longest >= SHORTEST_ID;
  if (isUnique && (isInARow || hasOneLength || ID_HEADER.test(foldHeader(name))))
    return { reason: IDS };
  return { columns: [{ kind: 'number', name, form: 'plain', ...UNBOUND, emptyIsZero }] };
}

/** Cells of a column of numbers that say something. */
function filled(present: number, { inTable, emptyIsZero }: TableCustomers): number {
  return emptyIsZero ? inTable : present;
}

function readTexts(
  name: string,
  profile: TextProfile,
  levels: readonly TableLevel[],
  customers: TableCustomers,
): ColumnReading {
  const { present } = profile;
  const form = numberForm(profile);
  if (profile.emails > CONTACTS_SHARE * present)
    return { reason: 'Holds e-mail addresses: nobody is described by what names them' };
  if (profile.phones > SOME_SHARE * present)
    return {
      reason: 'Holds what looks like phone numbers: nobody is described by what names them',
    };
  if (profile.levels === 1 && profile.yes === present && isSplit(present, customers.all))
    return { columns: [{ kind: 'ticked', name }] };
  const known = form === null ? present : filled(present, customers);
  if (known < FEWEST_PRESENT * customers.all) return { reason: NEARLY_EMPTY };
  if (profile.levels === 1) return { reason: SAME };
  if (profile.top > MOST_EQUAL * present)
    return { reason: 'More than 98% of the customers have the same value' };
  if (profile.days > NEARLY_ALL * present)
    return { reason: 'Holds days: numbers, yes or no, and categories make features' };
  if (profile.yes > 0 && profile.no > 0 && profile.yes + profile.no === present)
    return { columns: [{ kind: 'yesNo', name }] };
  const hasOneLength = profile.shortest === profile.longest;
  const isUnique = profile.levels > NEARLY_UNIQUE * present;
  const isAmount = form !== null && profile.amounts > SOME_SHARE * present;
  const isId = isUnique && hasOneLength && !isAmount;
  if (profile.zeroed > SOME_SHARE * present || isId) return { reason: IDS };
  if (form !== null) {
    const { emptyIsZero } = customers;
    return { columns: [{ kind: 'number', name, form, ...UNBOUND, emptyIsZero }] };
  }
  return readCategory(name, profile, levels, customers.all);
}

/** Whether enough customers are on either side. */
function isSplit(present: number, customers: number): boolean {
  return present <= MOST_EQUAL * customers && present >= (1 - MOST_EQUAL) * customers;
}

function numberForm({ present, plain, point, comma }: TextProfile): NumberForm | null {
  if (plain >= NEARLY_ALL * present) return 'plain';
  if (plain + Math.max(point, comma) < NEARLY_ALL * present) return null;
  return comma > point ? 'comma' : 'point';
}

/** An indicator of each level that is large enough; of levels that are everybody one follows from the others. */
function readCategory(
  name: string,
  { present, levels, letters, longest }: TextProfile,
  found: readonly TableLevel[],
  customers: number,
): ColumnReading {
  if (levels > SOME_SHARE * present || letters > LONGEST_LEVEL * present)
    return { reason: 'Holds free text or names: nearly each customer has another' };
  const large = found
    .filter(
      (one) =>
        one.customers >= SMALLEST_LEVEL * customers &&
        one.level.length <= LONGEST_LEVEL &&
        !one.level.includes('@'),
    )
    .slice(0, MOST_LEVELS);
  if (large.length === 0)
    return {
      reason: `Has ${longest > LONGEST_LEVEL ? 'long texts' : 'many levels'}, none with 5% of the customers`,
    };
  const together = large.reduce((sum, one) => sum + one.customers, 0);
  const rest = together >= MOST_EQUAL * present ? large.at(-1)?.level : undefined;
  return {
    columns: large
      .filter(({ level }) => level !== rest)
      .map(({ level }) => ({ kind: 'level', name, level, ...(rest !== undefined && { rest }) })),
  };
}

/** Id of a feature of the customer table: what it is read from. */
export function tableFeatureId(column: TableColumn): string {
  return column.kind === 'level'
    ? `column:${column.name}=${column.level}`
    : `column:${column.name}`;
}

/** What people call it: the header as it stands, and the level. */
export function tableFeatureLabel(column: TableColumn): string {
  return column.kind === 'level' ? `${column.name}: ${column.level}` : column.name;
}
