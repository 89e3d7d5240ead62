import { relative } from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { recoverContent } from '#generate/content/apply-content.ts';
import { lockContent } from '#generate/content/content-lock.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { readPresentContent } from '#generate/content/read-present-content.ts';
import { configFile, contentDirectory, exportsDirectory, stateDirectory } from './cli/places.ts';
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
      'Sets up the portal for your shop: clears the sample retailer, writes portal.config.ts and makes exports/.',
    options: {
      company: { type: 'string', placeholder: 'NAME', meaning: 'What the company is called' },
      currency: { type: 'string', placeholder: 'CODE', meaning: 'ISO 4217: EUR' },
      'time-zone': { type: 'string', placeholder: 'ZONE', meaning: 'IANA: Europe/Berlin' },
      locale: { type: 'string', placeholder: 'LOCALE', meaning: 'Numbers and dates: en-GB' },
      color: { type: 'string', placeholder: '#RRGGBB', meaning: 'Brand colour' },
      content: { type: 'string', placeholder: 'DIR', meaning: 'Folder to clear (content/)' },
      config: { type: 'string', placeholder: 'FILE', meaning: 'File to write (portal.config.ts)' },
      exports: { type: 'string', placeholder: 'DIR', meaning: 'Folder to make (exports/)' },
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
      const ask = terminal === null ? null : askLineByLine(terminal);
      const text = configText(await collectAnswers(values, ask));
      const state = stateDirectory(content);
      const config = configFile(values.config);
      const exports = exportsDirectory(values.exports);
      const backup = `${state}/backup-${new Date().toISOString().replaceAll(':', '-')}`;
      console.log(formatClearing(clearing, backup));
      if (values.yes !== true && !(await agrees(ask))) {
        console.log('Nothing was changed. To go on without being asked, add --yes');
        return EXIT.wrongInput;
      }
      clearContent(clearing, text, { content, state, config, exports, backup });
      console.log(
        `\nWrote ${relative(process.cwd(), config)}. Put your exports into ${relative(process.cwd(), exports)}/ and run "npm start".`,
      );
      return EXIT.done;
    } finally {
      terminal?.close();
      release();
    }
  },
);

/** Reads every line that is typed or pasted, also one that comes before its question. */
function askLineByLine(terminal: Interface): NonNullable<Ask> {
  const lines = terminal[Symbol.asyncIterator]();
  return async (question) => {
    process.stdout.write(question);
    const line = await lines.next();
    if (line.done !== true) return line.value;
    throw new GenerateError(
      'init/missing-answer',
      'Cannot set up the portal: the input ended before all questions were answered',
      'Answer every question, or give the flags; "npm run init -- --help" lists them',
    );
  };
}

async function agrees(ask: Ask): Promise<boolean> {
  return ask !== null && /^y(es)?$/i.test((await ask('Go on? (y/N) ')).trim());
}
