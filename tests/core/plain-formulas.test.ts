import { expect, test } from 'vitest';
import { kpiDefinitions } from '#core/kpis/index.ts';
import english from '#core/language/en.json' with { type: 'json' };
import { PERSONA_FACTS } from '#core/personas/fact-definitions.ts';

const settings = { repeatPurchaseMonths: 12, secondPurchaseDays: 90, returnMaturityDays: 60 };
const formulas = [...PERSONA_FACTS, ...kpiDefinitions(settings)].map(({ id, formula }) => ({
  id,
  formula,
}));

/** What a method is called by those who know it; readers of a note need not. */
const OF_STATISTICS =
  /\b(?:estimat\w+|divergence|logarithm\w*|log-\w+|interval|variance|Kaplan|Kullback|Wilson|Newcombe)\b/i;

test.each(formulas)(
  'the formula of $id is told in plain words, its method in brackets at the end',
  ({ formula }) => {
    expect(formula.replace(/ \([^()]*\)$/, '')).not.toMatch(OF_STATISTICS);
  },
);

test('a note says what its range means before it names the method', () => {
  expect(english.passport.sure).toMatch(/chance.*\(\{method\}\)$/);
});
