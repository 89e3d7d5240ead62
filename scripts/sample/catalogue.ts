import { Random } from './random.ts';
import { RANGES, type Category } from './product-ranges.ts';

/** One style and colour that the shop sells; sizes share its SKU. */
export interface Product {
  sku: string;
  title: string;
  category: Category;
  brand: string;
  /** Cents, before tax. */
  price: number;
  /** Cents, what the shop pays. */
  cost: number;
  color: string;
  sizes: readonly string[];
}

export type Catalogue = Map<Category, Product[]>;

/** Every product of the shop, the same ones for the same seed. */
export function buildCatalogue(seed: number): Catalogue {
  const random = new Random(seed).fork('catalogue');
  const catalogue: Catalogue = new Map();
  for (const range of RANGES) {
    const products = catalogue.get(range.category) ?? [];
    catalogue.set(range.category, products);
    range.titles.forEach((title, index) => {
      const step = range.titles.length > 1 ? index / (range.titles.length - 1) : 0;
      const price = Math.round(range.from + step * (range.to - range.from)) * 100 - 5;
      products.push({
        sku: `${range.code}-${String(101 + index)}`,
        title,
        category: range.category,
        brand: range.brand,
        price,
        cost: Math.round(price * (0.38 + 0.12 * random.float())),
        color: range.colors[index % range.colors.length] ?? '',
        sizes: range.sizes,
      });
    });
  }
  return catalogue;
}

export function allProducts(catalogue: Catalogue): Product[] {
  return [...catalogue.values()].flat();
}
