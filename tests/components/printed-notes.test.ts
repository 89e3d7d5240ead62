import { describe, expect, test } from 'vitest';
import type { PageNote } from '#components/page-notes.ts';
import { printedNotes } from '#components/printed-notes.ts';
import { wordsOf } from '#core/language/words-of.ts';
import type { Fact } from '#core/schemas/fact.ts';
import type { PersonaEntry } from '#data/personas.ts';

const formats = { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' } as const;
const words = wordsOf({}).notes;
const personas = ['Ada', 'Bo', 'Cy'].map((name) => ({
  id: name.toLowerCase(),
  name,
})) as PersonaEntry[];

const head = {
  id: 'channelShare',
  label: 'Web shop',
  unit: 'ratio',
  formula: 'Orders there ÷ orders',
  period: { from: '2025-11-01', to: '2026-10-31' },
  asOf: '2026-10-31',
} as const;

function share(value: number, sources = ['shopify-orders']): Fact {
  return {
    ...head,
    ...{ status: 'ok', value, n: 400, counted: 'orders', sources },
    interval: { low: value - 0.02, high: value + 0.02, level: 0.95, method: 'Wilson score' },
  };
}

const hidden: Fact = {
  ...head,
  ...{ status: 'suppressed', value: null, n: 0, sources: ['shopify-orders'] },
  reason: 'few people stand behind it',
};

const note = (owner: string, fact: Fact, number = 1): PageNote => ({ owner, fact, number });

function printed(...notes: PageNote[]) {
  return printedNotes(notes, { personas, formats } as Parameters<typeof printedNotes>[1], words);
}

describe('printedNotes()', () => {
  test('printedNotes() says of a single number how it is worked out, how sure it is and on what it stands', () => {
    const { above, notes } = printed(note('dataset', share(0.3)));
    expect(above).toBe('');
    expect(notes).toMatchObject([{ number: 1, label: 'Web shop' }]);
    expect(notes[0]?.text).toMatchInlineSnapshot(
      `": 30%. Orders there ÷ orders; 95% sure: 28% to 32% (Wilson score); counted: 400 orders; November 2025 to October 2026; from Shopify orders; as of 31 October 2026."`,
    );
  });

  test('printedNotes() says once how several Portraits are worked out, and together what is the same of some', () => {
    const { above, notes } = printed(
      note('personas/ada', share(0.3)),
      note('personas/bo', hidden),
      note('personas/cy', hidden),
      note('dataset', share(0.2), 2),
    );
    expect(above).toMatchInlineSnapshot(
      `"Unless a note says otherwise: November 2025 to October 2026; from Shopify orders; as of 31 October 2026. In brackets: the interval, and how many were counted."`,
    );
    expect(notes[0]?.text).toMatchInlineSnapshot(
      `". Orders there ÷ orders; 95% intervals by Wilson score. Ada: 30% (28% to 32%; 400 orders). Bo, Cy: not shown; few people stand behind it."`,
    );
    expect(notes[1]?.text).not.toContain('Shopify');
  });

  test('printedNotes() gives each number its own ground where most stand on another', () => {
    const { notes } = printed(
      ...[1, 2, 3, 4].map((number) => note('dataset', share(0.2), number)),
      note('dataset', share(0.2, ['zendesk-tickets']), 5),
    );
    expect(notes.map(({ text }) => text.includes('from '))).toEqual([
      ...[false, false, false, false],
      true,
    ]);
  });

  test('printedNotes() writes the days in a reason as people do, and claims no time that is not known', () => {
    const waiting: Fact = {
      ...head,
      ...{ status: 'unavailable', value: null, n: 0, sources: ['shopify-orders'] },
      reason: 'Needs orders from 2024-10-28 on',
    };
    const ofPanel: Fact = { ...share(0.3, ['Northlight']), timeUnknown: true };
    const texts = printed(note('dataset', waiting), note('dataset', ofPanel, 2)).notes.map(
      ({ text }) => text.replaceAll('\u00a0', ' '),
    );
    expect(texts[0]).toContain(': Needs orders from 28 October 2024 on. ');
    expect(texts[1]).toContain('; time not stated; from Northlight.');
    expect(texts[1]).not.toContain('as of');
  });
});
