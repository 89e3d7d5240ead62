import { recoverContent } from '#generate/content/apply-content.ts';
import { formatCount, runSteps, sumOf } from './check/check-step.ts';
import { runTests } from './check/run-tests.ts';
import { staticSteps } from './check/static-steps.ts';
import { contentDirectory } from './cli/places.ts';
import { EXIT, runCommand } from './cli/run-command.ts';

await runCommand(
  {
    name: 'npm test',
    purpose: 'Runs every check and every test and ends with the line "N passed, N failed".',
    options: {},
    examples: ['npm test', 'npx vitest run --project unit tests/core   # one folder while working'],
  },
  async () => {
    const content = contentDirectory();
    recoverContent(content);
    const count = sumOf([await runSteps(staticSteps(content)), await runTests()]);
    console.log(`\n${formatCount(count)}`);
    return count.failed === 0 ? EXIT.done : EXIT.wrongInput;
  },
);
