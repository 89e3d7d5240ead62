import { expect, test } from 'vitest';
import { PERSONA_FACTS } from '#core/personas/fact-definitions.ts';
import { textOf } from './repository-files.ts';

test('docs/features.md lists every fact of a Portrait with its label and unit, in the order of its page', () => {
  const facts =
    (textOf('docs/features.md') ?? '').split('\n## Facts\n')[1]?.split('\n## ')[0] ?? '';
  const rows = facts
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows).toEqual(PERSONA_FACTS.map(({ id, label, unit }) => [`\`${id}\``, label, unit]));
});
