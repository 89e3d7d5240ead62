import { inventPerson, type Person } from '../people.ts';
import { Random } from '../random.ts';
import { ordersByEmail } from '../sample-order.ts';
import { money } from '../money.ts';
import type { Shop } from '../simulate-shop.ts';
import type { Row, Table } from '../table-file.ts';

/** Accounts that never bought, for each customer: they came for the newsletter. */
const SUBSCRIBERS_PER_CUSTOMER = 0.02;
/** Share of those that the till made from a name alone. */
const NO_ADDRESS = 0.4;
const FIRST_ID = 7_200_000_000_000;

const COLUMNS = (
  'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,' +
  'Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,' +
  'Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags'
).split(',');

export interface PlantedShopifyCustomers {
  customers: number;
  acceptMarketing: number;
  /** Accounts of nobody who ordered. */
  neverBought: number;
  withoutEmail: number;
}

interface Account {
  id: number;
  person: Person;
  email: string | null;
  acceptsMarketing: boolean;
  orders: number;
  /** Cents. */
  spent: number;
  tags: string;
}

/** Shopify's customer export: ids, phones and postal codes of digits carry its apostrophe. */
export function shopifyCustomerExport(shop: Shop): {
  tables: Table[];
  planted: PlantedShopifyCustomers;
} {
  const accounts = [...buyers(shop), ...subscribers(shop)];
  return {
    tables: [{ path: 'shopify/customers_export.csv', columns: COLUMNS, rows: rowsOf(accounts) }],
    planted: {
      customers: accounts.length,
      acceptMarketing: accounts.filter(({ acceptsMarketing }) => acceptsMarketing).length,
      neverBought: accounts.filter(({ orders }) => orders === 0).length,
      withoutEmail: accounts.filter(({ email }) => email === null).length,
    },
  };
}

function buyers(shop: Shop): Account[] {
  const histories = ordersByEmail(shop.orders.filter(({ cancelledOn }) => cancelledOn === null));
  return shop.customers.map(({ person, acceptsMarketing }, index) => {
    const orders = histories.get(person.email) ?? [];
    const hasAccount = orders.some(({ guest }) => !guest);
    return {
      id: FIRST_ID + index * 65_537,
      person,
      email: person.email,
      acceptsMarketing: hasAccount && acceptsMarketing,
      orders: orders.length,
      spent: orders.reduce((sum, order) => sum + order.money.total, 0),
      tags: orders.length >= 12 ? 'Regular, loyal-app_active' : '',
    };
  });
}

function subscribers({ seed, customers }: Shop): Account[] {
  const root = new Random(seed).fork('shopify subscribers');
  const count = Math.max(2, Math.round(customers.length * SUBSCRIBERS_PER_CUSTOMER));
  return Array.from({ length: count }, (_, index) => {
    const random = root.fork(`subscriber ${String(index)}`);
    const person = inventPerson(random, customers.length + index);
    const known = !random.chance(NO_ADDRESS);
    return {
      id: FIRST_ID + (customers.length + index) * 65_537,
      person,
      email: known ? person.email : null,
      acceptsMarketing: known,
      orders: 0,
      spent: 0,
      tags: known ? 'newsletter' : '',
    };
  });
}

function* rowsOf(accounts: readonly Account[]): Generator<Row> {
  for (const { id, person, email, acceptsMarketing, orders, spent, tags } of accounts) {
    const [first = '', ...last] = person.name.split(' ');
    yield {
      'Customer ID': `'${String(id)}`,
      'First Name': first,
      'Last Name': last.join(' '),
      Email: email,
      'Accepts Email Marketing': acceptsMarketing ? 'yes' : 'no',
      'Default Address Address1': person.street,
      'Default Address Address2': person.apartment,
      'Default Address City': person.town,
      'Default Address Province Code': person.region.province,
      'Default Address Country Code': person.region.country,
      'Default Address Zip': /^\d+$/.test(person.zip) ? `'${person.zip}` : person.zip,
      'Default Address Phone': person.phone === null ? null : `'${person.phone}`,
      'Accepts SMS Marketing': 'no',
      'Total Spent': money(spent),
      'Total Orders': orders,
      'Tax Exempt': 'no',
      Tags: tags,
    };
  }
}
