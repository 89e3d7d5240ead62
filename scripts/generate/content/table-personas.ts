import { suppressSmallCells } from '#core/personas/suppress-small-cells.ts';
import { tableFacts, type DescribedColumn } from '#core/personas/table-facts.ts';
import { tellingAverages } from '#core/personas/telling-averages.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import { wilsonInterval } from '#core/statistics/wilson-interval.ts';
import type { GenerateContext } from '../generate-context.ts';
import { describedColumns } from '../warehouse/features/described-columns.ts';
import { countTableBuyers } from '../warehouse/features/table-buyers.ts';
import { readTableSums } from '../warehouse/features/table-sums.ts';
import { passportOf, type MeasuredPersona } from './measured-personas.ts';

/**
 * Adds what the customer table says to what was measured of each Portrait; of Portraits that rest on the table alone it is
 * everything there is. Needs the assignment by this model in the engine.
 *
 * @param measured what the orders say, by id; of nobody where there are none
 */
export async function describeByTable(
  context: GenerateContext,
  model: SegmentationModel,
  measured: ReadonlyMap<string, MeasuredPersona>,
): Promise<Map<string, MeasuredPersona>> {
  const columns = describedColumns(model).map(({ label, column }): DescribedColumn => ({
    label,
    measure: column.kind === 'number' ? 'mean' : 'share',
    ...(column.kind === 'level' && { levelOf: column.name }),
  }));
  if (columns.length === 0) return new Map(measured);
  const { engine, config } = context;
  const { floor } = config.privacy;
  const sums = await readTableSums(engine, model);
  const all = sums.get(null);
  if (!all) return new Map(measured);
  const isAlone = (await countTableBuyers(engine)) !== null;
  const ids = model.centroids.map(({ persona }) => persona);
  const sizes = ids.map((id) => sums.get(id)?.customers ?? 0);
  const [hidden = []] = suppressSmallCells([sizes], floor);
  const passport = { ...passportOf(context), sources: context.sources['customer_table'] ?? [] };
  const isHidden = (index: number): boolean => hidden[index] === true || sizes[index] === 0;
  const described = ids.map((id, index) =>
    isHidden(index)
      ? { facts: [], distinguishing: [], averages: [] }
      : tableFacts({
          columns,
          own: sums.get(id)?.columns ?? [],
          all: all.columns,
          floor,
          passport,
        }),
  );
  const telling = tellingAverages(
    {
      columns,
      all: all.columns,
      personas: ids.map((id, index) => ({
        own: sums.get(id)?.columns ?? [],
        told: new Set(described[index]?.facts.map(({ label }) => label)),
      })),
    },
    floor,
  );
  return new Map(
    ids.map((id, index) => {
      const customers = sizes[index] ?? 0;
      const facts = described[index]?.facts ?? [];
      const hasAverage = ({ fact }: { fact: string }): boolean =>
        !telling.has(facts.find((one) => one.id === fact)?.label ?? '');
      const distinguishing = (described[index]?.distinguishing ?? []).filter(hasAverage);
      const averages = (described[index]?.averages ?? []).filter(hasAverage);
      const before = isAlone ? undefined : measured.get(id);
      if (before) return [id, { ...before, facts: [...before.facts, ...facts], averages }];
      const size = sizeFacts(isHidden(index) ? null : customers, all.customers, floor, passport);
      const own: MeasuredPersona = {
        facts: [...size, ...facts],
        breakdowns: [],
        distinguishing,
        averages,
        customers: isHidden(index) ? 0 : customers,
      };
      return [id, own];
    }),
  );
}

/** Size of a Portrait of the table alone; null: too few to say. */
function sizeFacts(
  customers: number | null,
  all: number,
  floor: number,
  passport: ReturnType<typeof passportOf>,
): Fact[] {
  const heads = [
    {
      ...passport,
      id: 'customers',
      label: 'Customers',
      unit: 'count' as const,
      formula: 'Customers of the customer table who are nearest to this Portrait',
    },
    {
      ...passport,
      id: 'shareOfCustomers',
      label: 'Share of customers',
      unit: 'ratio' as const,
      formula: 'Customers of this Portrait ÷ all customers of the customer table',
    },
  ];
  return heads.map((head): Fact => {
    if (customers === null) {
      const reason = `Fewer than ${String(floor)} people, or so few that the rest would give them away`;
      return { ...head, n: 0, status: 'suppressed', value: null, reason };
    }
    return head.id === 'customers'
      ? { ...head, n: customers, status: 'ok', value: customers }
      : {
          ...head,
          n: all,
          status: 'ok',
          value: customers / all,
          ...intervalOf(customers, all),
        };
  });
}

function intervalOf(
  customers: number,
  all: number,
): { interval?: ReturnType<typeof wilsonInterval> } {
  return all > 0 ? { interval: wilsonInterval(customers, all) } : {};
}
