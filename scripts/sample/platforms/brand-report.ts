import type { CustomerKind } from '../customer-kinds.ts';
import { inventPerson } from '../people.ts';
import { PREMIUM_DENIM, RANGES } from '../product-ranges.ts';
import { Random } from '../random.ts';
import type { Shop } from '../simulate-shop.ts';
import type { Row, Table } from '../table-file.ts';

/** Share of today's customers who already bought when the shop ran on Magento. */
const KNOWN_THEN = 0.28;
/** Customers of that time who never came back, for each of today's. */
const GONE_PER_CUSTOMER = 0.06;
const PIECES_BEYOND_FIRST = 5;

const BRANDS = [...new Set(RANGES.map(({ brand }) => brand))].sort();
const COLUMNS = ['customer_email', 'customer_id', ...BRANDS, 'Total'];

export interface PlantedBrandReport {
  customers: number;
  /** Of them, those who have ordered from the shop since. */
  known: number;
  /** Cents, by brand. */
  brands: Record<string, number>;
  total: number;
}

interface OldCustomer {
  email: string;
  id: number;
  known: boolean;
  /** Cents, by brand. */
  spent: ReadonlyMap<string, number>;
}

/** The old shop's report, a row a customer and a column a brand: what was spent before the years of the order exports. */
export function brandReport(shop: Shop): { tables: Table[]; planted: PlantedBrandReport } {
  const customers = oldCustomers(shop);
  const brands = Object.fromEntries(
    BRANDS.map((brand) => [brand, sum(customers.map(({ spent }) => spent.get(brand) ?? 0))]),
  );
  const total = sum(Object.values(brands));
  return {
    tables: [
      {
        path: 'magento/customer-brands.csv',
        columns: COLUMNS,
        rows: rowsOf(customers, brands, total),
      },
    ],
    planted: {
      customers: customers.length,
      known: customers.filter(({ known }) => known).length,
      brands,
      total,
    },
  };
}

function oldCustomers({ seed, customers }: Shop): OldCustomer[] {
  const root = new Random(seed).fork('brand report');
  const known = customers.flatMap(({ person, kind }) => {
    const random = root.fork(person.email);
    return random.chance(KNOWN_THEN)
      ? [{ email: person.email, known: true, spent: spentByBrand(random, kind) }]
      : [];
  });
  const gone = Array.from(
    { length: Math.max(1, Math.round(customers.length * GONE_PER_CUSTOMER)) },
    (_, index) => {
      const random = root.fork(`gone ${String(index)}`);
      const person = inventPerson(random, index);
      const kind = random.pick(customers).kind;
      return { email: `gone.${person.email}`, known: false, spent: spentByBrand(random, kind) };
    },
  );
  return [...known, ...gone].map((customer, index) => ({ ...customer, id: 1201 + index }));
}

/** Bought as the kind buys today. */
function spentByBrand(random: Random, kind: CustomerKind): Map<string, number> {
  const spent = new Map<string, number>();
  for (let piece = random.poisson(PIECES_BEYOND_FIRST); piece >= 0; piece -= 1) {
    const category = random.weighted(Object.entries(kind.categories));
    const premium = random.chance(kind.premiumDenim);
    const range = random.pick(
      RANGES.filter(
        (entry) =>
          entry.category === category &&
          (category !== 'Jeans' || (entry.brand === PREMIUM_DENIM) === premium),
      ),
    );
    const price = random.integer(range.from, range.to) * 100 - 5;
    spent.set(range.brand, (spent.get(range.brand) ?? 0) + price);
  }
  return spent;
}

function* rowsOf(
  customers: readonly OldCustomer[],
  brands: Readonly<Record<string, number>>,
  total: number,
): Generator<Row> {
  for (const { email, id, spent } of customers) {
    yield {
      customer_email: email,
      customer_id: id,
      ...Object.fromEntries(BRANDS.map((brand) => [brand, amount(spent.get(brand) ?? 0)])),
      Total: amount(sum([...spent.values()])),
    };
  }
  yield {
    customer_email: 'Total',
    ...Object.fromEntries(BRANDS.map((brand) => [brand, amount(brands[brand] ?? 0)])),
    Total: amount(total),
  };
}

/** Magento keeps four decimals. */
function amount(cents: number): string {
  return (cents / 100).toFixed(4);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
