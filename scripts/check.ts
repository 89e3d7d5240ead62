import { recoverContent } from '#generate/content/apply-content.ts';
import { formatCount, runSteps } from './check/check-step.ts';
import { staticSteps } from './check/static-steps.ts';
import { EXIT, runCommand } from './cli/run-command.ts';
import { contentDirectory } from './cli/places.ts';

await runCommand(
  {
    name: 'npm run check',
    purpose:
      'Checks everything that can be checked without running it: types, lint, format, import rules, content.',
    options: {
      content: { type: 'string', placeholder: 'DIR', meaning: 'Content to check (content/)' },
    },
    examples: ['npm run check', 'npm run check -- --content ../other-shop'],
  },
  async ({ values }) => {
    const content = contentDirectory(values.content);
    recoverContent(content);
    const count = await runSteps(staticSteps(content));
    console.log(`\n${formatCount(count)}`);
    return count.failed === 0 ? EXIT.done : EXIT.wrongInput;
  },
);
