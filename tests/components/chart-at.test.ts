import { expect, test } from 'vitest';
import { PersonaSchema } from '#core/schemas/persona.ts';
import { personaChart } from '../../src/components/chart-at.ts';
import { numberFact } from '../core/personas/build-fact.ts';
import { personaEntry } from './build-portal.ts';

const formats = { locale: 'en-GB', currency: 'GBP', timeZone: 'UTC' };

/** The words beneath the codes on the first orders of a Portrait of 500. */
function caption(n?: number): string | undefined {
  const figures = PersonaSchema.parse({
    ...{ schemaVersion: 1, dataset: 'test', asOf: '2025-12-31', id: 'saver' },
    ...{ workingName: 'Saver', origin: 'segmentation', customers: 500, distinguishing: [] },
    facts: [numberFact('customers', 500, 'count')],
    breakdowns: [
      {
        ...{ id: 'firstCodes', label: 'Codes', base: 'orders of first days with a code' },
        ...(n !== undefined && { n }),
        rows: [{ label: 'TEN', share: 1, shareOfAll: 1, n: 36 }],
      },
    ],
  });
  const portal = { formats } as Parameters<typeof personaChart>[0];
  return personaChart(portal, personaEntry('saver', { figures }), 'firstCodes')?.caption;
}

test('personaChart() counts whom the chart is of, not all of the Portrait', () => {
  expect(caption(36)).toContain('36 customers');
  expect(caption(36)).not.toContain('500');
  expect(caption()).not.toMatch(/\d customers/);
});
