import { GenerateError } from '#generate/generate-error.ts';
import { runCommand } from '#scripts/cli/run-command.ts';

/** Run as a process of its own: fails as it is told to. */
await runCommand(
  {
    name: 'npm run fail',
    purpose: 'Fails.',
    options: {
      json: { type: 'boolean', meaning: 'Print JSON' },
      bug: { type: 'boolean', meaning: 'Fail by a mistake in the program' },
    },
    examples: ['npm run fail'],
  },
  ({ values }) => {
    if (values.bug === true) throw new TypeError('value 12 is not an order');
    throw new GenerateError(
      'area/problem',
      'Cannot do it: found nothing; expected a file',
      'Add one',
      [{ file: 'orders.csv', line: 3, column: 'total', found: '"12,5O"', expected: 'a number' }],
    );
  },
);
