import type { Catalogue, Product } from './catalogue.ts';
import type { Channel } from './customer-kinds.ts';
import type { Individual } from './individual.ts';
import { PREMIUM_DENIM, type Category } from './product-ranges.ts';
import type { Random } from './random.ts';
import type { SampleLine } from './sample-order.ts';

/** Styles that people try in two sizes. */
const FITTED: ReadonlySet<Category> = new Set(['Jackets', 'Boots', 'Jeans', 'Tailoring']);

const GIFT_WRAP_SKU = 'GIFT-WRAP';
const GIFT_WRAP_PRICE = 595;
const HEMMING_PRICE = 1200;

/** The goods of one order; a product comes once, unless somebody tries it in two sizes. */
export function drawLines(
  random: Random,
  catalogue: Catalogue,
  individual: Individual,
  twoSizes: number,
): SampleLine[] {
  const wanted = 1 + random.poisson(Math.max(0, individual.lines - 1));
  const lines = new Map<string, SampleLine[]>();
  for (let count = 0; count < wanted; count += 1) {
    const product = drawProduct(random, catalogue, individual);
    if (lines.has(product.sku)) continue;
    const size = random.integer(0, product.sizes.length - 1);
    const pair = FITTED.has(product.category) && random.chance(twoSizes);
    const sizes = pair ? [size, size === 0 ? 1 : size - 1] : [size];
    lines.set(
      product.sku,
      sizes.map((at) => productLine(random, product, product.sizes[at] ?? '', individual)),
    );
  }
  return [...lines.values()].flat();
}

function drawProduct(random: Random, catalogue: Catalogue, individual: Individual): Product {
  const category = random.weighted(individual.categories);
  const all = catalogue.get(category) ?? [];
  const premium = category === 'Jeans' && random.chance(individual.premiumDenim);
  const products =
    category === 'Jeans' ? all.filter(({ brand }) => (brand === PREMIUM_DENIM) === premium) : all;
  const at = Math.min(0.999, Math.max(0, random.normal(individual.priceLevel, 0.22)));
  const product = products[Math.floor(at * products.length)];
  if (product === undefined) throw new RangeError(`Cannot draw a product of "${category}"`);
  return product;
}

function productLine(
  random: Random,
  product: Product,
  size: string,
  individual: Individual,
): SampleLine {
  const variant = [product.color, ...(size === 'One size' ? [] : [size])].join(' / ');
  return {
    product,
    sku: product.sku,
    name: `${product.title} - ${variant}`,
    vendor: product.brand,
    price: product.price,
    compareAtPrice: random.chance(0.08) ? Math.round(product.price * 1.2) : null,
    quantity: 1 + random.poisson(individual.extraPieces),
    discount: 0,
  };
}

/** What the till adds or takes off: hemming without a SKU, now and then a marked-down piece. */
export function adjustAtTheTill(random: Random, channel: Channel, lines: SampleLine[]): void {
  const first = lines[0];
  if (channel !== 'pos' || first === undefined) return;
  if (random.chance(0.05)) {
    first.discount = Math.round((first.price * first.quantity) / 10);
  }
  if (first.product?.category === 'Jeans' && random.chance(0.3)) {
    lines.push(serviceLine('', 'Hemming', HEMMING_PRICE));
  }
}

/** Wrapping is free above $100: a lever that the shop pulled. */
export function giftWrapLine(goods: number): SampleLine {
  return serviceLine(GIFT_WRAP_SKU, 'Gift wrap', goods >= 10_000 ? 0 : GIFT_WRAP_PRICE);
}

function serviceLine(sku: string, name: string, price: number): SampleLine {
  return {
    product: null,
    sku,
    name,
    vendor: '',
    price,
    compareAtPrice: null,
    quantity: 1,
    discount: 0,
  };
}
