import { relative } from 'node:path';
import { recoverContent } from '#generate/content/apply-content.ts';
import { loadConfig } from '#generate/load-config.ts';
import { configFile, contentDirectory, shareDirectory } from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { buildSite } from './site/build-site.ts';
import { parseSiteUrl } from './site/parse-site-url.ts';

await runCommand(
  {
    name: 'npm run build:share',
    purpose:
      'Builds the public site from the approved stories of content/ into dist-share/. Nothing else is in it.',
    options: {
      content: { type: 'string', placeholder: 'DIR', meaning: 'Content to publish (content/)' },
      config: { type: 'string', placeholder: 'FILE', meaning: 'Configuration (portal.config.ts)' },
      state: {
        type: 'string',
        placeholder: 'DIR',
        meaning: 'Folder of the vault: nobody in it may be in the site (.portal/)',
      },
      out: { type: 'string', placeholder: 'DIR', meaning: 'Where the site goes (dist-share/)' },
      url: {
        type: 'string',
        placeholder: 'URL',
        meaning: 'Where it will be published (company.url of the configuration)',
      },
    },
    examples: ['npm run build:share', 'npm run build:share -- --url https://stories.example.com'],
  },
  async ({ values }) => {
    const content = contentDirectory(values.content);
    const config = configFile(values.config);
    const out = shareDirectory(values.out);
    const url = parseSiteUrl(values.url);
    recoverContent(content);
    await buildSite(
      { content, config, out, state: values.state },
      {
        name: 'public',
        astroConfig: 'astro.share.config.js',
        environment: url === undefined ? {} : { PORTAL_SHARE_URL: url },
      },
    );
    console.log(`The public site is in ${relative(process.cwd(), out) || '.'}/`);
    if (url === undefined && (await loadConfig(config)).company.url === undefined) {
      console.log('Links to it show a picture only when its address is known: add --url');
    }
    return undefined;
  },
);
