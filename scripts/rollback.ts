import { resolve } from 'node:path';
import { recoverContent } from '#generate/content/apply-content.ts';
import { contentDirectory } from './cli/places.ts';
import { requiredFlag } from './cli/required-flag.ts';
import { runCommand } from './cli/run-command.ts';
import { rollbackRelease } from './release/publish-release.ts';

await runCommand(
  {
    name: 'npm run rollback',
    purpose: 'Serves the release before the present one again.',
    options: {
      to: { type: 'string', placeholder: 'DIR', meaning: 'Folder of the releases' },
    },
    examples: ['npm run rollback -- --to /srv/portal'],
  },
  ({ values }) => {
    const to = resolve(requiredFlag('npm run rollback', 'to', values.to));
    recoverContent(contentDirectory());
    console.log(`${to}/current serves ${rollbackRelease(to)} again`);
    return undefined;
  },
);
