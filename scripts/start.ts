import { recoverContent } from '#generate/content/apply-content.ts';
import { loadConfig } from '#generate/load-config.ts';
import { configFile, contentDirectory, outDirectory, stateDirectory } from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { runScript } from './cli/run-tool.ts';
import { buildSite } from './site/build-site.ts';
import { parsePort } from './site/parse-port.ts';
import { expectFreePort, serveDirectory } from './site/serve-directory.ts';
import { welcomeText } from './site/welcome-text.ts';

await runCommand(
  {
    name: 'npm start',
    purpose:
      'Reads exports/ (or, while it is empty, the sample retailer), builds the site and serves it on this machine.',
    options: {
      port: { type: 'string', placeholder: 'N', meaning: 'Port on this machine (4321)' },
      'as-of': {
        type: 'string',
        placeholder: 'DAY',
        meaning: 'The day of the figures (the newest order’s)',
      },
      'no-generate': { type: 'boolean', meaning: 'Build from content/ as it is' },
    },
    examples: ['npm start', 'npm start -- --port 8080', 'npm start -- --no-generate'],
  },
  async ({ values }) => {
    const port = parsePort(values.port);
    const content = contentDirectory();
    const config = configFile();
    const out = outDirectory();
    await expectFreePort(port);
    recoverContent(content);
    if (values['no-generate'] !== true) {
      const exitCode = await runScript('scripts/generate/main.ts', [
        ...['--content', content],
        ...['--state', stateDirectory(content)],
        ...['--config', config],
        ...(values['as-of'] === undefined ? [] : ['--as-of', values['as-of']]),
      ]);
      if (exitCode !== 0) return exitCode;
    }
    await buildSite({ content, config, out });
    const { dataset } = await loadConfig(config);
    const { url } = await serveDirectory(out, port);
    console.log(welcomeText(url, dataset));
    return undefined;
  },
);
