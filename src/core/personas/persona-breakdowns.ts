import type { Breakdown } from '#core/schemas/persona.ts';
import type { PairedSums } from '#core/statistics/ratio-of-sums-interval.ts';
import type { BreakdownCell } from './breakdown-cell.ts';
import { namedParts, type NamedPart } from './named-parts.ts';
import { partDivergence } from './part-divergence.ts';
import { partLoss } from './part-loss.ts';
import { suppressSmallCells } from './suppress-small-cells.ts';

/** The largest part of a split that may be shown. */
export interface LargestPart {
  label: string;
  share: number;
  n: number;
  /** What the interval of its share is computed from; absent: it has none. */
  sums?: PairedSums;
}

export interface BreakdownHead {
  id: string;
  label: string;
  base: string;
  /** All parts in the order to show; absent: the largest of everybody and of each Portrait, those of all customers first. */
  parts?: readonly NamedPart[];
  /** The parts' names were typed by people: a name that fewer than the floor have is not shown. */
  isTyped?: boolean;
}

/** What the core customer tells counts so many times: everybody in the company is told of it. */
const CORE_WEIGHT = 2;

/**
 * One split of every Portrait – what they buy, where, and in which months, beside all customers. Definition: amount of
 * a part ÷ amount of all parts. Parts with too few people behind them are hidden, with others beside where a
 * total would give them away, rather not the largest or those that set a Portrait apart; instead of a part that is most of
 * a Portrait the share of all customers, if nothing else tells it. Hidden Portraits have no share shown, and are part of
 * what a total less the rest tells. Source: docs/features.md. No cells: no rows.
 *
 * @param core the core customer, whose parts are hidden last beside a small one
 * @param isOfAllToldElsewhere shares of all customers may be known from elsewhere: hiding one here would guard nothing
 * @example personaBreakdowns({ id: 'channels', label: 'Channels', base: 'orders' }, [], ['a'], new Set(), 10).get('a')?.rows // => []
 */
export function personaBreakdowns(
  head: BreakdownHead,
  cells: readonly BreakdownCell[],
  personas: readonly string[],
  hidden: ReadonlySet<string>,
  floor: number,
  { core, isOfAllToldElsewhere = true }: { core?: string; isOfAllToldElsewhere?: boolean } = {},
): Map<string, Breakdown> {
  const shown = personas.filter((persona) => !hidden.has(persona));
  const parts =
    head.parts ?? namedParts(cells, shown, { toName: head.isTyped ? floor : 0, toShow: floor });
  const grid = new Grid(cells, parts);
  const people = personas.map((persona) => parts.map(({ name }) => grid.people(persona, name)));
  const ofAll = parts.map(({ name }) => grid.people(null, name));
  // Nothing is told of customers without a Portrait.
  const nobodys = ofAll.map((whole, column) =>
    Math.max(0, whole - people.reduce((sum, row) => sum + (row[column] ?? 0), 0)),
  );
  // A total that may be hidden is one more number of its line, and a row of its own.
  const suppressed = suppressSmallCells(isOfAllToldElsewhere ? people : [...people, ofAll], floor, {
    alsoHidden: personas.map((persona) => parts.map(() => hidden.has(persona))),
    rest: nobodys,
    loss: ([row, column]) => {
      const name = parts[column]?.name ?? '';
      const persona = personas[row];
      return persona === undefined
        ? grid.lossOfAll(shown, name)
        : grid.loss(persona, name) * (persona === core ? CORE_WEIGHT : 1);
    },
  });
  const [suppressedOfAll = []] = isOfAllToldElsewhere
    ? suppressSmallCells([ofAll], floor)
    : suppressed.slice(personas.length);
  return new Map(
    personas.map((persona, row) => {
      const rows = parts.map(({ name, label }, column) => {
        const hide = hidden.has(persona) || (suppressed[row]?.[column] ?? true);
        return {
          label,
          share: hide ? null : grid.share(persona, name),
          shareOfAll: suppressedOfAll[column] ? null : grid.share(null, name),
          n: hide ? 0 : grid.people(persona, name),
        };
      });
      return [persona, { id: head.id, label: head.label, base: head.base, rows }];
    }),
  );
}

/**
 * People behind a split – customers who have any of its parts, such as a code on the first order. Definition: their number,
 * where it and that of the Portrait's other customers are no handful. Source: docs/privacy.md, "Shares of a few". Nobody: none.
 *
 * @example peopleBehind(40, 100, 10) // => 40
 * @example peopleBehind(95, 100, 10) // => undefined
 */
export function peopleBehind(people: number, customers: number, floor: number): number | undefined {
  const others = customers - people;
  return people >= floor && people > 0 && (others === 0 || others >= floor) ? people : undefined;
}

/** Amounts and people by Portrait and part; what is no part of its own counts as the part called ''. */
class Grid {
  private readonly cells = new Map<string, { people: number; amount: number }>();
  private readonly totals = new Map<string | null, number>();
  private readonly names: readonly string[];

  constructor(cells: readonly BreakdownCell[], parts: readonly { name: string }[]) {
    this.names = parts.map(({ name }) => name);
    const names = new Set(this.names);
    for (const { persona, name, people, amount } of cells) {
      const key = cellKey(persona, names.has(name) ? name : '');
      const cell = this.cells.get(key) ?? { people: 0, amount: 0 };
      // The same person can be behind two of the small parts: the larger count never says too many.
      this.cells.set(key, { people: Math.max(cell.people, people), amount: cell.amount + amount });
      this.totals.set(persona, (this.totals.get(persona) ?? 0) + amount);
    }
  }

  people(persona: string | null, name: string): number {
    return this.cells.get(cellKey(persona, name))?.people ?? 0;
  }

  share(persona: string | null, name: string): number {
    const total = this.totals.get(persona) ?? 0;
    const amount = this.cells.get(cellKey(persona, name))?.amount ?? 0;
    return total > 0 ? Math.min(1, Math.max(0, amount / total)) : 0;
  }

  /** What readers lose with a part, */
  loss(persona: string, name: string): number {
    if (name === '') return 0;
    const sharesOf = (group: string | null) => this.names.map((one) => this.share(group, one));
    return partLoss(sharesOf(persona), sharesOf(null), this.names.indexOf(name));
  }

  /** and with that of all customers: what it says of how unlike them each Portrait is. */
  lossOfAll(personas: readonly string[], name: string): number {
    if (name === '') return 0;
    const apart = personas.map((persona) => this.divergence(persona, name));
    return apart.reduce((sum, one) => sum + one, this.share(null, name));
  }

  private divergence(persona: string, name: string): number {
    const share = this.share(persona, name);
    return partDivergence(share, share / this.share(null, name));
  }
}

function cellKey(persona: string | null, name: string): string {
  return JSON.stringify([persona, name]);
}
