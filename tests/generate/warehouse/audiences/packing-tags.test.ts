import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadKnownPersonas } from '#generate/warehouse/audiences/known-personas.ts';
import { readPackingTags } from '#generate/warehouse/audiences/packing-tags.ts';
import { createPurchaseOrders } from '#generate/warehouse/features/purchase-orders.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import { insertRows } from '../../content/persona-shop.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { audienceShop, type Purchase } from './audience-shop.ts';

const AS_OF = '2026-10-31';
const SETTINGS = { days: 7, complaintDays: 60 };

async function shop(purchases: readonly Purchase[]): Promise<Engine> {
  const engine = await audienceShop(purchases);
  onTestFinished(() => engine.close());
  await createPurchaseOrders(engine, AS_OF);
  await loadKnownPersonas(engine, null);
  return engine;
}

async function afterComplaint(engine: Engine): Promise<(string | boolean | null)[][]> {
  const tags = await readPackingTags(engine, AS_OF, SETTINGS);
  return tags.map((tag) => [tag.order, tag.afterComplaint]);
}

test('readPackingTags() tells Portrait, first order and gift of the orders of seven days', async () => {
  const engine = await shop([
    { customer: 'anna', on: '2026-10-20' },
    { customer: 'anna', on: '2026-10-30', gift: true },
    { customer: 'ben', on: '2026-10-31' },
    { customer: null, on: '2026-10-29' },
    { customer: 'cleo', on: '2026-10-28', cancelled: true },
    { customer: 'dora', on: '2026-10-24' },
  ]);
  const assignments = join(temporaryFolder(), 'assignments.csv');
  writeFileSync(assignments, 'key,persona,distance\nanna,careful-giver,0.5\n');
  await loadKnownPersonas(engine, assignments);
  expect(await readPackingTags(engine, AS_OF, SETTINGS)).toEqual([
    {
      order: '3',
      persona: null,
      boughtOnce: true,
      firstOrder: true,
      gift: false,
      afterComplaint: false,
      afterTicket: false,
    },
    {
      order: '2',
      persona: 'careful-giver',
      boughtOnce: false,
      firstOrder: false,
      gift: true,
      afterComplaint: false,
      afterTicket: false,
    },
    {
      order: '4',
      persona: null,
      boughtOnce: false,
      firstOrder: null,
      gift: false,
      afterComplaint: null,
      afterTicket: null,
    },
  ]);
  expect(
    (await readPackingTags(engine, AS_OF, { ...SETTINGS, days: 8 })).map(({ order }) => order),
  ).toEqual(['3', '2', '4', '6']);
  await loadKnownPersonas(engine, null);
  expect((await readPackingTags(engine, AS_OF, SETTINGS)).map(({ persona }) => persona)).toEqual([
    null,
    null,
    null,
  ]);
});

test('readPackingTags() tells of the first order of somebody who came back that they bought more than once', async () => {
  const engine = await shop([
    { customer: 'came-back', on: '2026-10-28' },
    { customer: 'came-back', on: '2026-10-30' },
    { customer: 'twice-on-one-day', on: '2026-10-29' },
    { customer: 'twice-on-one-day', on: '2026-10-29' },
  ]);
  const tags = await readPackingTags(engine, AS_OF, SETTINGS);
  expect(tags.map(({ order, boughtOnce }) => [order, boughtOnce])).toEqual([
    ['2', false],
    ['3', true],
    ['4', true],
    ['1', false],
  ]);
});

test('readPackingTags() sees a ticket from sixty days before the order until now', async () => {
  const engine = await shop([
    { customer: 'wrote-before', on: '2026-10-30' },
    { customer: 'wrote-long-ago', on: '2026-10-30' },
    { customer: 'wrote-since', on: '2026-10-30' },
    { customer: 'quiet', on: '2026-10-30' },
  ]);
  const ticket = (order: number, day: string) => ({
    ticket: `desk:${order}`,
    source: 'desk',
    order_key: `shop:${order}`,
    opened_at: `${day} 09:00:00`,
    opened_on: day,
  });
  await insertRows(engine, 'tickets', [
    ticket(1, '2026-08-31'),
    ticket(2, '2026-08-30'),
    ticket(3, AS_OF),
  ]);
  const tags = await readPackingTags(engine, AS_OF, SETTINGS);
  expect(tags.map((tag) => [tag.order, tag.afterTicket, tag.afterComplaint])).toEqual([
    ['1', true, false],
    ['2', false, false],
    ['3', true, false],
    ['4', false, false],
  ]);
});

test('readPackingTags() takes a ticket with a bad rating for a complaint, and one with a good rating for neither', async () => {
  const engine = await shop(
    ['rated-2-of-5', 'rated-5-of-5'].map((customer) => ({ customer, on: '2026-10-30' })),
  );
  await insertRows(
    engine,
    'tickets',
    [0.25, 1].map((satisfaction, at) => ({
      ticket: `desk:${at}`,
      source: 'desk',
      order_key: `shop:${at + 1}`,
      opened_at: '2026-10-28 09:00:00',
      opened_on: '2026-10-28',
      satisfaction,
    })),
  );
  const tags = await readPackingTags(engine, AS_OF, SETTINGS);
  expect(tags.map((tag) => [tag.afterTicket, tag.afterComplaint])).toEqual([
    [false, true],
    [false, false],
  ]);
});

test('readPackingTags() takes nobody who sent something back for somebody who complained', async () => {
  const engine = await shop([
    { customer: 'sent-back', on: '2026-10-01', returned: { value: 5, on: '2026-10-20' } },
    { customer: 'sent-back', on: '2026-10-30' },
  ]);
  expect(await afterComplaint(engine)).toEqual([['2', false]]);
});

test.each<[string, string, boolean]>([
  ['Étiez-vous satisfait de votre commande ?', 'Non', true],
  ['Étiez-vous satisfait de votre commande ?', 'non, trop tard', true],
  ['Étiez-vous satisfait de votre commande ?', 'Oui', false],
  ['Ben je tevreden over je bestelling?', 'Nee', true],
  ['¿Está satisfecho con su pedido?', 'no', true],
  ['Ficou satisfeito?', 'Não', true],
  ['Czy jesteś zadowolony?', 'nie', true],
  ['Är du nöjd med din beställning?', 'Nej', true],
  ['È soddisfatto del suo ordine?', 'Non ho avuto alcun problema', false],
])(
  'readPackingTags() reads "%s" – "%s": a complaint? %s',
  async (question, answer, isComplaint) => {
    const engine = await shop([{ customer: 'asked', on: '2026-10-30' }]);
    const row = { customer: 'asked', question, answer, score: null };
    await insertRows(engine, 'survey_responses', [
      { survey: 'calls', answered_on: '2026-10-20', ...row },
    ]);
    expect(await afterComplaint(engine)).toEqual([['1', isComplaint]]);
  },
);

test('readPackingTags() takes a bad answer about satisfaction for a complaint, and no other small number', async () => {
  const engine = await shop(
    ['mark-2', 'mark-3', 'said-no', 'said-yes', 'dissatisfied', 'two-children'].map((customer) => ({
      customer,
      on: '2026-10-30',
    })),
  );
  const satisfied = 'How satisfied were you with your order?';
  const handled = 'If you did order, were you satisfied with how all of it was handled?';
  await insertRows(
    engine,
    'survey_responses',
    [
      { customer: 'mark-2', question: satisfied, answer: '2', score: 2 },
      { customer: 'mark-3', question: satisfied, answer: '3', score: 3 },
      { customer: 'mark-3', question: satisfied, answer: '5', score: 5 },
      { customer: 'said-no', question: handled, answer: 'No, it came late', score: null },
      { customer: 'said-yes', question: handled, answer: 'yes', score: null },
      {
        customer: 'dissatisfied',
        question: 'Satisfaction',
        answer: 'Very dissatisfied',
        score: null,
      },
      {
        customer: 'two-children',
        question: 'How many children live with you?',
        answer: '2',
        score: 2,
      },
    ].map((row) => ({ survey: 'calls', answered_on: '2026-10-20', ...row })),
  );
  expect(await afterComplaint(engine)).toEqual([
    ['1', true],
    ['2', false],
    ['3', true],
    ['4', false],
    ['5', true],
    ['6', false],
  ]);
});
