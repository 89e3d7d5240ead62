import type { Region } from './people.ts';
import type { SampleLine, SampleOrder } from './sample-order.ts';

const FREE_SHIPPING_FROM = 7_500;
const SHIPPING = 695;
const SHIPPING_ABROAD = 2_400;

/** Adds an order up in whole cents; the tax comes on top or is inside the prices, as the customer's country has it. */
export function orderMoney(
  lines: readonly SampleLine[],
  region: Region,
  parcel: boolean,
  discountRate: number,
): SampleOrder['money'] {
  const goods = goodsValue(lines);
  const discount = Math.round(goods * discountRate);
  const subtotal = goods - discount;
  const shipping = parcel && discountRate < 1 ? shippingFor(subtotal, region) : 0;
  const taxes = region.taxes.map(({ name, rate }) => ({
    name,
    value: Math.round(region.taxInside ? subtotal - subtotal / (1 + rate) : subtotal * rate),
  }));
  const onTop = region.taxInside ? 0 : taxes.reduce((sum, { value }) => sum + value, 0);
  const total = subtotal + shipping + onTop;
  return { discount, subtotal, shipping, taxes, taxInside: region.taxInside, total };
}

/** Value of the lines after what the till took off each. */
export function goodsValue(lines: readonly SampleLine[]): number {
  return lines.reduce((sum, line) => sum + line.price * line.quantity - line.discount, 0);
}

/** What pieces of a line cost after the order's discount, before tax. */
export function paidFor(order: SampleOrder, line: SampleLine, quantity: number): number {
  const goods = goodsValue(order.lines);
  const share = goods === 0 ? 0 : order.money.subtotal / goods;
  const value = line.price * line.quantity - line.discount;
  return Math.floor((value * share * quantity) / line.quantity);
}

/** The tax that goes back with returned goods, besides their price. */
export function taxOn(order: SampleOrder, value: number): number {
  if (order.money.taxInside) return 0;
  const tax = order.money.taxes.reduce((sum, entry) => sum + entry.value, 0);
  return order.money.subtotal === 0 ? 0 : Math.floor((tax * value) / order.money.subtotal);
}

function shippingFor(subtotal: number, region: Region): number {
  if (region.country !== 'US') return SHIPPING_ABROAD;
  return subtotal >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
}
