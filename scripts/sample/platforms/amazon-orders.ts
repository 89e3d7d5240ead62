import type { Product } from '../catalogue.ts';
import { clockTime, isoDay, monthStart, type Day } from '../calendar.ts';
import { Random } from '../random.ts';
import type { Category } from '../product-ranges.ts';
import type { SampleOrder } from '../sample-order.ts';
import type { Shop } from '../simulate-shop.ts';

/** The shop opened its stall at Amazon so many months before the newest day's. */
const MONTHS_AT_AMAZON = 32;
/** Orders there for each order of the shop: in the first month and in the last. */
const ORDERS_PER_SHOP_ORDER = { first: 0.08, last: 0.17 } as const;
/** What is offered there, and how much of it is sold. */
const OFFERED: readonly (readonly [Category, number])[] = [
  ['Accessories', 30],
  ['Packs & Camp', 22],
  ['Gifts & Home', 16],
  ['Knitwear', 12],
  ['Boots', 10],
  ['Shirts & Tees', 10],
];
const CANCELLED = 0.03;
/** Share of orders with several lines of which one was cancelled: its money stays in the report. */
const LINE_CANCELLED = 0.06;
const PROMOTION = 0.12;
const GIFT_WRAP = 399;
const SHIPPING = 699;
const TAX_RATE = 0.0625;
/** Parcels of the shop that Amazon's warehouse sent in the last months, for each of its customers. */
const SENT_FOR_SHOP_PER_CUSTOMER = 0.006;
const SENT_FOR_SHOP_DAYS = 200;

export interface AmazonLine {
  product: Product;
  size: string;
  quantity: number;
  /** Cents for all pieces of the line, before the promotion. */
  price: number;
  tax: number;
  shipping: number;
  giftWrap: number;
  promotion: number;
  shippingPromotion: number;
  cancelled: boolean;
}

export interface AmazonOrder {
  id: string;
  merchantId: string;
  day: Day;
  /** Since midnight UTC; never so late or early that New York has another day. */
  second: number;
  /** When it left or was cancelled; it is pending until then. */
  settledOn: Day;
  cancelled: boolean;
  fulfilment: 'Amazon' | 'Merchant';
  /** Number of the shop's own order that Amazon's warehouse sent; null: sold at Amazon. */
  sentFor: SampleOrder | null;
  place: { city: string; state: string; zip: string };
  lines: AmazonLine[];
}

/** What was sold at Amazon, to buyers of whom nothing is known, and what its warehouse sent for the shop. By time. */
export function simulateAmazon(shop: Shop): AmazonOrder[] {
  const root = new Random(shop.seed).fork('amazon');
  const orders = [...soldOrders(root.fork('sold'), shop), ...sentOrders(root.fork('sent'), shop)];
  return orders.sort((a, b) => a.day - b.day || a.second - b.second);
}

function soldOrders(random: Random, shop: Shop): AmazonOrder[] {
  const from = Math.max(shop.from, monthStart(shop.newest, MONTHS_AT_AMAZON - 1));
  const ofShop = Map.groupBy(shop.orders, ({ day }) => day);
  const orders: AmazonOrder[] = [];
  const { first, last } = ORDERS_PER_SHOP_ORDER;
  for (let day = from; day <= shop.newest; day += 1) {
    const rate = first + ((last - first) * (day - from)) / Math.max(1, shop.newest - from);
    const count = random.binomial(ofShop.get(day)?.length ?? 0, rate);
    for (let order = 0; order < count; order += 1) orders.push(soldOrder(random, shop, day));
  }
  return orders;
}

function soldOrder(random: Random, shop: Shop, day: Day): AmazonOrder {
  const id = amazonNumber(random, '555');
  const byAmazon = random.chance(0.82);
  const cancelled = random.chance(CANCELLED);
  const lines = Array.from({ length: 1 + random.poisson(0.2) }, () => soldLine(random, shop));
  payShipping(random, byAmazon, lines);
  const [first] = lines;
  if (first !== undefined && lines.length > 1 && random.chance(LINE_CANCELLED))
    first.cancelled = true;
  return {
    id,
    merchantId: id,
    day,
    second: drawSecond(random),
    settledOn: day + random.integer(0, 2),
    cancelled,
    fulfilment: byAmazon ? 'Amazon' : 'Merchant',
    sentFor: null,
    place: drawPlace(random),
    lines,
  };
}

function soldLine(random: Random, { catalogue }: Shop): AmazonLine {
  const products = catalogue.get(random.weighted(OFFERED)) ?? [];
  const at = Math.min(0.999, Math.max(0, random.normal(0.4, 0.24)));
  const product = products[Math.floor(at * products.length)];
  if (product === undefined) throw new RangeError('Cannot draw a product to sell at Amazon');
  const quantity = 1 + random.poisson(0.12);
  const price = product.price * quantity;
  const promotion = random.chance(PROMOTION) ? Math.round(price / 10) : 0;
  return {
    product,
    size: random.pick(product.sizes),
    quantity,
    price,
    tax: Math.round((price - promotion) * TAX_RATE),
    shipping: 0,
    giftWrap: random.chance(0.04) ? GIFT_WRAP : 0,
    promotion,
    shippingPromotion: 0,
    cancelled: false,
  };
}

/** Whoever has Prime is charged the shipping and let off it; from the shop's own shelf it costs. */
function payShipping(random: Random, byAmazon: boolean, lines: readonly AmazonLine[]): void {
  const [first] = lines;
  if (first === undefined || (byAmazon && !random.chance(0.4))) return;
  first.shipping = SHIPPING;
  first.shippingPromotion = byAmazon ? SHIPPING : 0;
}

/** Web orders of the last months that Amazon sent from its warehouse: the shop's own sales, not Amazon's. */
function sentOrders(random: Random, shop: Shop): AmazonOrder[] {
  const candidates = shop.orders.filter(
    ({ day, channel, cancelledOn, lines, delivery }) =>
      channel === 'web' &&
      cancelledOn === null &&
      day >= shop.newest - SENT_FOR_SHOP_DAYS &&
      (delivery?.shippedOn ?? Infinity) <= shop.newest &&
      lines.every(({ product, discount }) => product !== null && discount === 0),
  );
  const wanted = Math.max(2, Math.round(shop.customers.length * SENT_FOR_SHOP_PER_CUSTOMER));
  const step = Math.max(1, Math.floor(candidates.length / wanted));
  return candidates
    .filter((_, index) => index % step === 0)
    .slice(0, wanted)
    .map((order) => ({
      id: amazonNumber(random, 'S01'),
      merchantId: String(order.number),
      day: order.day,
      second: drawSecond(random),
      settledOn: order.delivery?.shippedOn ?? order.day,
      cancelled: false,
      fulfilment: 'Amazon',
      sentFor: order,
      place: drawPlace(random),
      lines: order.lines.flatMap((line) => sentLine(line)),
    }));
}

function sentLine({ product, name, price, quantity }: SampleOrder['lines'][number]): AmazonLine[] {
  if (product === null) return [];
  return [
    {
      product,
      size: name.split(' / ').at(-1) ?? '',
      quantity,
      price: price * quantity,
      tax: 0,
      shipping: 0,
      giftWrap: 0,
      promotion: 0,
      shippingPromotion: 0,
      cancelled: false,
    },
  ];
}

/** Three, seven and seven characters; Amazon gives out no number that begins with 555. */
function amazonNumber(random: Random, start: string): string {
  return `${start}-${random.code(7, '0123456789')}-${random.code(7, '0123456789')}`;
}

/** Between 11:00 and 23:59 in Greenwich it is the same day in New York. */
function drawSecond(random: Random): number {
  return random.integer(11 * 3600, 24 * 3600 - 1);
}

function drawPlace(random: Random): AmazonOrder['place'] {
  const city = random.pick(['TARNSIDE', 'OLD QUILL', 'Coldbeck', 'PORT ELLERY', 'Stony Ford']);
  const state = random.pick(['NY', 'NJ', 'PA', 'MA', 'VT', 'OH']);
  return { city, state, zip: `0${random.code(4, '0123456789')}-${random.code(4, '0123456789')}` };
}

/** Amazon's form of a moment: UTC. */
export function amazonTime(day: Day, second: number): string {
  return `${isoDay(day)}T${clockTime(second)}+00:00`;
}

/** Amazon's number of a product and the warehouse's label of it; both invented from the SKU. */
export function amazonItemNumbers(sku: string): { asin: string; label: string } {
  const letters = sku.replaceAll('-', '');
  return { asin: `B0TT${letters}`.slice(0, 10), label: `X00TT${letters}`.slice(0, 10) };
}

/** As the stall names it: inches and apostrophes are letters, since the report knows no quotes. */
export function amazonTitle({ product, size }: AmazonLine): string {
  const { title, brand, color, category } = product;
  if (category === 'Packs & Camp') return `${brand} ${title}, 24" x 12", ${color}`;
  if (category === 'Gifts & Home') return `${brand} "${title}", ${color}, Boxed`;
  return `${brand} ${title} (${[color, size].filter((part) => part !== 'One size').join(', ')})`;
}
