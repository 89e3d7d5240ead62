import { recoverContent } from '#generate/content/apply-content.ts';
import { configFile, contentDirectory } from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { runTool } from './cli/run-tool.ts';
import { astroEnvironment } from './site/astro-environment.ts';
import { parsePort } from './site/parse-port.ts';

await runCommand(
  {
    name: 'npm run dev',
    purpose:
      'Shows the site while you write, with the editor at /keystatic: every saved text appears at once.',
    options: {
      content: { type: 'string', placeholder: 'DIR', meaning: 'Content to show (content/)' },
      config: { type: 'string', placeholder: 'FILE', meaning: 'Configuration (portal.config.ts)' },
      port: { type: 'string', placeholder: 'N', meaning: 'Port on this machine (4321)' },
    },
    examples: ['npm run dev', 'npm run dev -- --port 4400'],
  },
  async ({ values }) => {
    const content = contentDirectory(values.content);
    recoverContent(content);
    return runTool(
      'astro/bin/astro.mjs',
      ['dev', '--port', String(parsePort(values.port))],
      astroEnvironment(content, configFile(values.config)),
    );
  },
);
