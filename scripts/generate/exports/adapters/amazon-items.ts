import type { ColumnDeclaration } from '../adapter.ts';
import { ofLine, sumItemRows } from './item-rows.ts';

/** Money columns that Amazon's order reports have in common; amounts are of the whole line, not of one piece. */
export const AMAZON_ITEM_COLUMNS: Record<string, ColumnDeclaration> = {
  sku: { headers: ['sku'], type: 'text' },
  title: { headers: ['product-name'], type: 'text' },
  currency: { headers: ['currency'], type: 'text' },
  itemPrice: { headers: ['item-price'], type: 'decimal', requiredHeader: true },
  itemTax: { headers: ['item-tax'], type: 'decimal' },
  shippingPrice: { headers: ['shipping-price'], type: 'decimal' },
  shippingTax: { headers: ['shipping-tax'], type: 'decimal' },
  giftWrapPrice: { headers: ['gift-wrap-price'], type: 'decimal' },
  giftWrapTax: { headers: ['gift-wrap-tax'], type: 'decimal' },
  itemDiscount: { headers: ['item-promotion-discount'], type: 'decimal' },
  shippingDiscount: { headers: ['ship-promotion-discount'], type: 'decimal' },
};

/** SQL: the sender of an order; the report of returns is of what Amazon itself sends (FBA). */
export function sentByMerchant(channel: string): string {
  return `CASE WHEN lower(${channel}) = 'merchant' THEN 'merchant' END`;
}

/** In the United States and Canada the tax comes on top of the prices; elsewhere it lies inside them. */
const TAX_ON_TOP = `upper(currency) IN ('USD', 'CAD')`;

const DISCOUNTS = 'abs(coalesce("itemDiscount", 0)) + abs(coalesce("shippingDiscount", 0))';

/** The rows with the sums over their order that `AMAZON_MONEY` selects. */
export function withOrderSums(typed: string, order: string, cancelled: string): string {
  return sumItemRows(typed, {
    order,
    cancelled,
    sums: {
      shippingSum: '"shippingPrice"',
      shippingDiscountSum: 'abs("shippingDiscount")',
      taxSum: 'coalesce("itemTax", 0) + coalesce("shippingTax", 0) + coalesce("giftWrapTax", 0)',
      giftWrapSum: '"giftWrapPrice"',
      totalSum: `coalesce("itemPrice", 0) + coalesce("shippingPrice", 0) + coalesce("giftWrapPrice", 0) - (${DISCOUNTS})`,
    },
  });
}

/** Interchange columns of money; the report states no order total, so it is only given where tax must not be added. */
export const AMAZON_MONEY: Record<string, string> = {
  lineTotal: ofLine('coalesce("itemPrice", 0)'),
  discount: ofLine('abs("itemDiscount")'),
  currency: 'currency',
  orderDiscount: '"shippingDiscountSum"',
  orderShipping: '"shippingSum"',
  orderTax: '"taxSum"',
  orderFees: '"giftWrapSum"',
  orderTotal: `CASE WHEN NOT ${TAX_ON_TOP} THEN "totalSum" END`,
};
