import { relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { recoverContent } from '#generate/content/apply-content.ts';
import { lockContent } from '#generate/content/content-lock.ts';
import { readPresentContent } from '#generate/content/read-present-content.ts';
import { configFile, contentDirectory, stateDirectory } from './cli/places.ts';
import { EXIT, runCommand } from './cli/run-command.ts';
import { clearContent } from './init/clear-content.ts';
import { collectAnswers, type Ask } from './init/collect-answers.ts';
import { configText } from './init/config-text.ts';
import { formatClearing } from './init/format-clearing.ts';
import { planClearing } from './init/plan-clearing.ts';

await runCommand(
  {
    name: 'npm run init',
    purpose:
      'Sets up the portal for your shop: clears the sample retailer and writes portal.config.ts.',
    options: {
      company: { type: 'string', placeholder: 'NAME', meaning: 'What the company is called' },
      currency: { type: 'string', placeholder: 'CODE', meaning: 'ISO 4217: EUR' },
      'time-zone': { type: 'string', placeholder: 'ZONE', meaning: 'IANA: Europe/Berlin' },
      locale: { type: 'string', placeholder: 'LOCALE', meaning: 'Numbers and dates: en-GB' },
      color: { type: 'string', placeholder: '#RRGGBB', meaning: 'Brand colour' },
      content: { type: 'string', placeholder: 'DIR', meaning: 'Folder to clear (content/)' },
      config: { type: 'string', placeholder: 'FILE', meaning: 'File to write (portal.config.ts)' },
      yes: { type: 'boolean', meaning: 'Do not ask before clearing' },
    },
    examples: [
      'npm run init',
      'npm run init -- --company "Denim & Co" --currency EUR --time-zone Europe/Berlin --color "#1f4e79" --yes',
    ],
  },
  async ({ values }) => {
    const content = contentDirectory(values.content);
    recoverContent(content);
    const release = lockContent(content);
    const terminal =
      process.stdin.isTTY && values.yes !== true
        ? createInterface({ input: process.stdin, output: process.stdout })
        : null;
    try {
      const clearing = planClearing(readPresentContent(content));
      const ask: Ask = terminal === null ? null : (question) => terminal.question(question);
      const text = configText(await collectAnswers(values, ask));
      const state = stateDirectory(content);
      const config = configFile(values.config);
      const backup = `${state}/backup-${new Date().toISOString().replaceAll(':', '-')}`;
      console.log(formatClearing(clearing, backup));
      if (values.yes !== true && !(await agrees(ask))) {
        console.log('Nothing was changed. To go on without being asked, add --yes');
        return EXIT.wrongInput;
      }
      clearContent(clearing, text, { content, state, config, backup });
      console.log(
        `\nWrote ${relative(process.cwd(), config)}. Put your exports into exports/ and run "npm start".`,
      );
      return EXIT.done;
    } finally {
      terminal?.close();
      release();
    }
  },
);

async function agrees(ask: Ask): Promise<boolean> {
  return ask !== null && /^y(es)?$/i.test((await ask('Go on? (y/N) ')).trim());
}
