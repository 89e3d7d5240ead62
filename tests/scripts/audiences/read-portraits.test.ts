import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SegmentationSchema } from '#core/schemas/segmentation.ts';
import { readPortraits } from '#scripts/audiences/read-portraits.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const FIXTURE = join(import.meta.dirname, '../../fixtures/content');
const FORMATS = { locale: 'en-GB', currency: 'GBP', timeZone: 'Europe/London' };

test('readPortraits() tells which Portraits are hints, by the verdict on each', () => {
  const content = temporaryFolder();
  cpSync(FIXTURE, content, { recursive: true });
  const file = join(content, 'personas/segmentation.json');
  const segmentation = SegmentationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const [first, second] = segmentation.certificate?.personas ?? [];
  if (first === undefined || second === undefined) throw new Error('Expected two Portraits');
  const hints = (verdicts: [string, string]): string[] => {
    [first.verdict, second.verdict] = verdicts as [typeof first.verdict, typeof first.verdict];
    writeFileSync(file, JSON.stringify(segmentation));
    return [...readPortraits(content, FORMATS).values()]
      .filter(({ id, isHint }) => isHint && [first.id, second.id].includes(id))
      .map(({ id }) => id)
      .sort();
  };
  expect(hints(['highly-stable', 'stable'])).toEqual([]);
  expect(hints(['doubtful', 'stable'])).toEqual([first.id]);
  expect(hints(['untrusted', 'doubtful'])).toEqual([first.id, second.id].sort());
});
