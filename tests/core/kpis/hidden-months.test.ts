import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, monthEnd, monthOf } from '#core/kpis/calendar.ts';
import { hiddenMonths } from '#core/kpis/hidden-months.ts';

function monthsOf(people: number[]) {
  return people.map((count, i) => {
    const id = monthOf(addMonths('2025-01-01', i));
    return { id, from: `${id}-01`, to: monthEnd(id), people: count };
  });
}

const year = { id: 'current', from: '2025-01-01', to: '2025-12-31' };

test('hiddenMonths() hides a second month, so that the year does not give the first away', () => {
  expect([...hiddenMonths(monthsOf([50, 4, 40, 60]), [year], 10)].sort()).toEqual([
    '2025-02',
    '2025-03',
  ]);
});

test('hiddenMonths() leaves empty months alone: nobody is in them', () => {
  expect(hiddenMonths(monthsOf([50, 0, 40]), [year], 10).size).toBe(0);
});

test('hiddenMonths() hides enough that subtraction finds no group below the floor', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { minLength: 3, maxLength: 12 }), (people) => {
      const months = monthsOf(people);
      const hidden = hiddenMonths(months, [year], 10);
      const concealed = months.filter(({ id }) => hidden.has(id));
      const shown = months.filter(({ id, people }) => !hidden.has(id) && people > 0);
      expect(shown.every(({ people }) => people >= 10)).toBe(true);
      const together = concealed.reduce((sum, month) => sum + month.people, 0);
      if (concealed.length > 0 && shown.length > 0) expect(together).toBeGreaterThanOrEqual(10);
    }),
  );
});
