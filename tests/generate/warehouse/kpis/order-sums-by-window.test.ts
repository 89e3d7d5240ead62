import { expect, test } from 'vitest';
import type { OrderSums } from '#core/kpis/order-sums.ts';
import { createKpiOrders } from '#generate/warehouse/kpis/kpi-orders.ts';
import { orderSumsByWindow } from '#generate/warehouse/kpis/order-sums-by-window.ts';
import { smallShop, type Order } from './small-shop.ts';

const JANUARY = { id: '2024-01', from: '2024-01-01', to: '2024-01-31' };

async function sumsOf(orders: Order[], asOf = '2024-12-31'): Promise<OrderSums | undefined> {
  const engine = await smallShop(orders);
  try {
    await createKpiOrders(engine, asOf);
    return (await orderSumsByWindow(engine, [JANUARY])).get(JANUARY.id);
  } finally {
    engine.close();
  }
}

const on = '2024-01-15';

test('orderSumsByWindow() adds up products after discounts, without shipping and tax on top', async () => {
  expect(
    await sumsOf([
      { on, lines: [{ value: '30', discount: '5' }, { value: '10' }], shipping: '4.95', tax: '7' },
      { on: '2024-01-31', customer: 'ben' },
      { on: '2024-02-01', customer: 'ben' },
    ]),
  ).toMatchObject({ orders: 2, people: 2, paid: 55, returned: 0, paidCents: 5500 });
});

test('orderSumsByWindow() takes tax out of prices that contain it, and of refunds and what lines take back', async () => {
  // 119 with 19 of tax inside; shipping is free.
  const held = { on, lines: [{ value: '119' }], tax: '19', total: '119', netShare: 100 / 119 };
  expect(await sumsOf([held])).toMatchObject({ paid: 100 });
  expect(await sumsOf([{ ...held, refund: '59.5' }])).toMatchObject({ paid: 100, returned: 50 });
  const back = { value: '-59.5', quantity: -1 };
  expect(await sumsOf([{ ...held, lines: [...held.lines, back] }])).toMatchObject({ returned: 50 });
});

test('orderSumsByWindow() leaves out cancelled orders and orders without a product', async () => {
  expect(
    await sumsOf([
      { on, cancelled: true },
      { on, lines: [{ value: '5', isProduct: false }] },
    ]),
  ).toMatchObject({ orders: 0, people: 0, paid: 0 });
});

test('orderSumsByWindow() counts each purchase of nobody as a person', async () => {
  expect(
    await sumsOf([{ on, customer: null }, { on, customer: null }, { on }, { on }]),
  ).toMatchObject({ orders: 4, people: 3 });
});

test('orderSumsByWindow() believes the returns table before the order’s own refund', async () => {
  expect(
    await sumsOf([{ on, refund: '20', returns: [{ value: '8', on: '2024-03-01' }] }]),
  ).toMatchObject({ returned: 8 });
});

test('orderSumsByWindow() takes the order’s own refund where a return has no value', async () => {
  const returns = [{ value: null, on: '2024-03-01' }];
  expect(await sumsOf([{ on, refund: '5', returns }])).toMatchObject({ returned: 5 });
  expect(await sumsOf([{ on, returns }])).toMatchObject({ returned: 0 });
});

test('orderSumsByWindow() knows only the returns up to as-of', async () => {
  expect(
    await sumsOf([{ on, returns: [{ value: '8', on: '2024-03-01' }] }], '2024-02-28'),
  ).toMatchObject({ returned: 0 });
});

test('orderSumsByWindow() gives a full refund exactly the products’ value', async () => {
  expect(await sumsOf([{ on, shipping: '5', tax: '3.8', refund: '28.8' }])).toMatchObject({
    paid: 20,
    returned: 20,
  });
});

test('orderSumsByWindow() never takes back more than was paid', async () => {
  expect(await sumsOf([{ on, returns: [{ value: '99', on }] }])).toMatchObject({ returned: 20 });
});

test('orderSumsByWindow() books credit notes on their own day, cancelled or not', async () => {
  const lines = [{ value: '-12', quantity: -1 }];
  expect(await sumsOf([{ on }, { on, cancelled: true, lines }, { on, lines }])).toMatchObject({
    orders: 1,
    paid: 20,
    returned: 0,
    credited: 24,
  });
});

test('orderSumsByWindow() takes a line sent back within a purchase for a return', async () => {
  const lines = [{ value: '30' }, { value: '-10', quantity: -1 }];
  expect(await sumsOf([{ on, lines }])).toMatchObject({ orders: 1, paid: 30, returned: 10 });
});

test('orderSumsByWindow() squares cents exactly', async () => {
  const lines = [{ value: '9000000.01' }];
  expect(await sumsOf([{ on, lines, returns: [{ value: '0.01', on }] }])).toMatchObject({
    paidCentsSquared: Number(900_000_001n ** 2n),
    returnedCentsSquared: 1,
    paidTimesReturnedCents: 900_000_001,
  });
});

test('orderSumsByWindow() squares what each person bought, and purchases of nobody one by one', async () => {
  const nobody = { on, customer: null };
  expect(await sumsOf([{ on }, { on }, { on, customer: 'ben' }, nobody, nobody])).toMatchObject({
    people: 4,
    ordersSquared: 4 + 3,
    paidCentsSquared: 4000 ** 2 + 3 * 2000 ** 2,
    ordersTimesPaidCents: 2 * 4000 + 3 * 2000,
  });
});
