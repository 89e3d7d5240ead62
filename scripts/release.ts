import { resolve } from 'node:path';
import { recoverContent } from '#generate/content/apply-content.ts';
import { formatCount, runSteps } from './check/check-step.ts';
import { staticSteps } from './check/static-steps.ts';
import { configFile, contentDirectory, outDirectory } from './cli/places.ts';
import { requiredFlag } from './cli/required-flag.ts';
import { EXIT, runCommand } from './cli/run-command.ts';
import { publishRelease } from './release/publish-release.ts';
import { releaseVersion } from './release/release-version.ts';
import { buildSite } from './site/build-site.ts';

await runCommand(
  {
    name: 'npm run release',
    purpose:
      'Checks, builds and publishes the site into a folder that a web server serves as DIR/current. The switch is one step; the last five releases are kept.',
    options: {
      to: { type: 'string', placeholder: 'DIR', meaning: 'Folder of the releases' },
    },
    examples: ['npm run release -- --to /srv/portal', 'npm run rollback -- --to /srv/portal'],
  },
  async ({ values }) => {
    const to = resolve(requiredFlag('npm run release', 'to', values.to));
    const content = contentDirectory();
    const out = outDirectory();
    recoverContent(content);
    const count = await runSteps(staticSteps(content));
    console.log(`\n${formatCount(count)}`);
    if (count.failed > 0) {
      console.error('Nothing was released. Hint: correct what failed above, then run it again');
      return EXIT.wrongInput;
    }
    await buildSite({ content, config: configFile(), out });
    const version = releaseVersion(new Date());
    publishRelease(out, to, version);
    console.log(`Released ${version}; ${to}/current serves it`);
    return EXIT.done;
  },
);
