import { describe, expect, test } from 'vitest';
import { PageNotes } from '#components/page-notes.ts';
import type { Fact } from '#core/schemas/fact.ts';

const fact = (id: string, formula = 'Paid by this Portrait ÷ paid by all'): Fact => ({
  id,
  label: 'Share of revenue',
  unit: 'ratio',
  formula,
  n: 400,
  period: { from: '2025-11-01', to: '2026-10-31' },
  asOf: '2026-10-31',
  sources: ['shopify-orders'],
  status: 'ok',
  value: 0.15,
});

describe('PageNotes', () => {
  test('add() gives the same fact of the same owner the same number', () => {
    const notes = new PageNotes();
    notes.add('kpis/return-rate', fact('current'));
    expect(notes.add('kpis/net-revenue', fact('current')).number).toBe(2);
    expect(notes.add('kpis/return-rate', fact('current')).number).toBe(1);
    expect(notes.list()).toHaveLength(2);
  });

  test('add() gives figures of several Portraits that are worked out alike one number', () => {
    const notes = new PageNotes();
    const numbers = [
      notes.add('personas/ada', fact('shareOfRevenue')),
      notes.add('personas/bo', fact('shareOfRevenue')),
      notes.add('personas/cy', fact('shareOfSpend')),
    ].map(({ number }) => number);
    expect(numbers).toEqual([1, 1, 2]);
    expect(notes.list().map(({ owner }) => owner)).toEqual([
      'personas/ada',
      'personas/bo',
      'personas/cy',
    ]);
  });

  test('add() keeps apart what is worked out in another way', () => {
    const notes = new PageNotes();
    notes.add('personas/ada', fact('shareOfRevenue'));
    expect(notes.add('personas/bo', fact('shareOfRevenue', 'As the table states it')).number).toBe(
      2,
    );
  });
});
