import { isoDay, shopTime, type Day } from './calendar.ts';
import type { Row } from './table-file.ts';
import type { Channel } from './customer-kinds.ts';
import { money } from './money.ts';
import type { Person } from './people.ts';
import { refundedBy } from './order-aftermath.ts';
import { Random } from './random.ts';
import { isCancelledBy, orderName, type SampleLine, type SampleOrder } from './sample-order.ts';

/** Shopify's names of the places where an order can be made; the shop's own app appears as a number. */
const SHOPIFY_SOURCES: Record<Channel, string> = {
  web: 'web',
  app: '294517112833',
  pos: 'pos',
  phone: 'shopify_draft_order',
};

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const SELLERS = ['Maren Oldfell', 'Tunde Farrowgate', 'Ilka Brightwater'];

/** What the rows depend on besides their order. */
export interface ShopifyExport {
  seed: number;
  /** What happens to an order later is not in the file. */
  exportedOn: Day;
  /** Numbers under which Amazon sent parcels of this shop, by order number: they stand in the note attributes. */
  amazonNumbers: ReadonlyMap<number, string>;
}

/** The rows of one order: the first says everything, the others only their line. */
export function shopifyRows(order: SampleOrder, file: ShopifyExport): Row[] {
  const name = orderName(order);
  const random = new Random(file.seed).fork(`shopify ${name}`);
  const email = writtenEmail(random, order);
  const createdAt = shopTime(order.day, order.second);
  const fulfilledAt = fulfilment(order, file.exportedOn);
  return order.lines.map((line, index) => ({
    Name: name,
    Email: email,
    'Created at': createdAt,
    ...(index === 0 ? orderCells(random, order, file, fulfilledAt) : {}),
    ...lineCells(line, fulfilledAt !== null),
  }));
}

function lineCells(line: SampleLine, fulfilled: boolean): Row {
  const goods = line.product !== null;
  return {
    'Lineitem quantity': line.quantity,
    'Lineitem name': line.name,
    'Lineitem price': money(line.price),
    'Lineitem compare at price': line.compareAtPrice === null ? null : money(line.compareAtPrice),
    'Lineitem sku': line.sku,
    'Lineitem requires shipping': goods ? 'true' : 'false',
    'Lineitem taxable': 'true',
    'Lineitem fulfillment status': fulfilled ? 'fulfilled' : 'pending',
    Vendor: line.vendor,
    'Lineitem discount': money(line.discount),
  };
}

function orderCells(
  random: Random,
  order: SampleOrder,
  { exportedOn, amazonNumbers }: ShopifyExport,
  fulfilledAt: string | null,
): Row {
  const { customer, money: sums, delivery } = order;
  const free = sums.total === 0;
  const refunded = refundedBy(order, exportedOn);
  const cancelledOn = isCancelledBy(order, exportedOn) ? order.cancelledOn : null;
  const paidAt = free ? null : shopTime(order.day, Math.min(86_399, order.second + 1));
  const payment = free ? null : `r${random.code(24, LETTERS_AND_DIGITS)}`;
  const store = order.channel === 'pos';
  return {
    'Financial Status': financialStatus(sums.total, refunded, cancelledOn !== null),
    'Paid at': paidAt,
    'Fulfillment Status': fulfilledAt === null ? 'unfulfilled' : 'fulfilled',
    'Fulfilled at': fulfilledAt,
    'Accepts Marketing': customer === null || order.guest ? null : yesNo(customer.acceptsMarketing),
    Currency: 'USD',
    Subtotal: money(sums.subtotal),
    Shipping: money(sums.shipping),
    Taxes: money(sums.taxes.reduce((sum, { value }) => sum + value, 0)),
    Total: money(sums.total),
    'Discount Code': order.discountCode,
    'Discount Amount': money(sums.discount),
    'Shipping Method': delivery === null ? null : delivery.carrier,
    ...(customer === null ? {} : addressCells(customer.person, !store)),
    Notes: order.gift?.note ?? null,
    'Note Attributes': noteAttributes(random, order, amazonNumbers.get(order.number)),
    'Cancelled at': cancelledOn === null ? null : shopTime(cancelledOn, 86_399),
    'Payment Method': free ? null : store ? 'Card Terminal' : 'Shopify Payments',
    'Payment Reference': payment,
    'Refunded Amount': money(refunded),
    'Outstanding Balance': money(0),
    Employee: store || order.channel === 'phone' ? random.pick(SELLERS) : null,
    Location: store ? 'Tannery Lane' : null,
    Id: 5_000_000_000_000 + order.number * 32_768,
    Tags: order.gift === null ? null : 'gift 🎁',
    'Risk Level': 'Low',
    Source: SHOPIFY_SOURCES[order.channel],
    ...taxCells(order),
    'Payment ID': payment,
    'Payment References':
      payment === null || refunded === 0 ? payment : `${payment} + ${orderName(order)}.2`,
  };
}

/** Billing and shipping are one address; a postal code of digits only gets Shopify's apostrophe. */
function addressCells(person: Person, shipped: boolean): Row {
  const zip = /^\d+$/.test(person.zip) ? `'${person.zip}` : person.zip;
  const phone = person.phone === null ? null : `'${person.phone}`;
  const street = [person.street, person.apartment].filter((part) => part !== '').join(', ');
  const cells = (kind: 'Billing' | 'Shipping'): Row => ({
    [`${kind} Name`]: person.name,
    [`${kind} Street`]: street,
    [`${kind} Address1`]: person.street,
    [`${kind} Address2`]: person.apartment,
    [`${kind} City`]: person.town,
    [`${kind} Zip`]: zip,
    [`${kind} Province`]: person.region.province,
    [`${kind} Country`]: person.region.country,
    [`${kind} Phone`]: phone,
    [`${kind} Province Name`]: person.region.provinceName,
  });
  return { ...cells('Billing'), ...(shipped ? cells('Shipping') : {}) };
}

function taxCells(order: SampleOrder): Row {
  return Object.fromEntries(
    order.money.taxes.flatMap(({ name, value }, index) => [
      [`Tax ${String(index + 1)} Name`, name],
      [`Tax ${String(index + 1)} Value`, money(value)],
    ]),
  );
}

function financialStatus(total: number, refunded: number, cancelled: boolean): string {
  if (cancelled) return total === 0 ? 'voided' : 'refunded';
  if (refunded === 0) return 'paid';
  return refunded >= total ? 'refunded' : 'partially_refunded';
}

function fulfilment(order: SampleOrder, exportedOn: Day): string | null {
  if (order.channel === 'pos') return shopTime(order.day, order.second);
  if (order.delivery === null) return null;
  if (order.delivery.shippedOn > exportedOn) return null;
  return shopTime(order.delivery.shippedOn, Math.max(order.second, 61_200));
}

function noteAttributes(
  random: Random,
  order: SampleOrder,
  amazonNumber: string | undefined,
): string | null {
  const notes = shopNotes(random, order);
  if (amazonNumber !== undefined) notes.push(`Sent by Amazon: ${amazonNumber}`);
  return notes.length === 0 ? null : notes.join('\n');
}

function shopNotes(random: Random, order: SampleOrder): string[] {
  if (order.channel === 'phone')
    return ['Taken by: phone', `Called back: ${random.pick(['yes', 'no'])}`];
  if (!random.chance(0.03)) return [];
  return [
    `Delivery window: ${random.pick(['morning', 'evening'])}`,
    `Promised: ${isoDay(order.day + 6)}`,
  ];
}

/** A guest types the address anew: now and then with capitals. */
function writtenEmail(random: Random, order: SampleOrder): string | null {
  const email = order.customer?.person.email ?? null;
  if (email === null || !order.guest || !random.chance(0.2)) return email;
  return email.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
