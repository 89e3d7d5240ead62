import { relative } from 'node:path';
import { recoverContent } from '#generate/content/apply-content.ts';
import { configFile, contentDirectory, outDirectory } from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { buildSite } from './site/build-site.ts';

await runCommand(
  {
    name: 'npm run build',
    purpose:
      'Builds the internal site from content/ into dist/. The former site stays until the new one is whole.',
    options: {
      content: { type: 'string', placeholder: 'DIR', meaning: 'Content to publish (content/)' },
      config: { type: 'string', placeholder: 'FILE', meaning: 'Configuration (portal.config.ts)' },
      state: {
        type: 'string',
        placeholder: 'DIR',
        meaning: 'Folder of the vault: nobody in it may be in the site (.portal/)',
      },
      out: { type: 'string', placeholder: 'DIR', meaning: 'Where the site goes (dist/)' },
    },
    examples: ['npm run build', 'npm run build -- --content ../shop/content --out ../shop/site'],
  },
  async ({ values }) => {
    const content = contentDirectory(values.content);
    const out = outDirectory(values.out);
    recoverContent(content);
    await buildSite({ content, config: configFile(values.config), out, state: values.state });
    console.log(`The site is in ${relative(process.cwd(), out) || '.'}/`);
    return undefined;
  },
);
