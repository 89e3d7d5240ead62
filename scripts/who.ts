import { loadConfig } from '#generate/load-config.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { readPortraits } from './audiences/read-portraits.ts';
import { readSegmentation } from './audiences/read-segmentation.ts';
import { configFile, contentDirectory, stateDirectory } from './cli/places.ts';
import { requiredContact } from './cli/required-contact.ts';
import { EXIT, runCommand } from './cli/run-command.ts';
import { findCaller } from './who/find-caller.ts';
import { terminalCaller } from './who/terminal-caller.ts';

await runCommand(
  {
    name: 'npm run who',
    purpose:
      'Tells a service agent which Portrait is calling and how to greet them, from the last "npm run generate". Nothing of it is written down. Exit code 1: nobody is known by that contact.',
    options: {
      content: {
        type: 'string',
        placeholder: 'DIR',
        meaning: 'Content with the Portraits (content/)',
      },
      state: { type: 'string', placeholder: 'DIR', meaning: 'Folder of the vault (.portal/)' },
      config: { type: 'string', placeholder: 'FILE', meaning: 'Configuration (portal.config.ts)' },
    },
    positionals: ['EMAIL|PHONE'],
    examples: ['npm run who -- ann@example.com', 'npm run who -- "+1 555 017 0001"'],
  },
  async ({ values, positionals: [word] }) => {
    const contact = requiredContact('npm run who', word);
    const { locale, currency, timeZone, privacy } = await loadConfig(configFile(values.config));
    const formats = { locale, currency, timeZone, floor: privacy.floor };
    const content = contentDirectory(values.content);
    const engine = await openEngine();
    try {
      const state = stateDirectory(content, values.state);
      const caller = await findCaller(engine, state, contact);
      const asOf = readSegmentation(content)?.asOf ?? null;
      const portraits = readPortraits(content, formats);
      console.log(terminalCaller(caller, portraits, formats, asOf, privacy.retentionDays));
      const isTold = caller.kind === 'known' || caller.kind === 'doNotProfile';
      return isTold ? EXIT.done : EXIT.wrongInput;
    } finally {
      engine.close();
    }
  },
);
