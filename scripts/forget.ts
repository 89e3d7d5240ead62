import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';
import { terminalProgress } from '#generate/terminal-progress.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { contentDirectory, stateDirectory } from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { forgetPerson } from './forget/forget-person.ts';
import { terminalForgetting } from './forget/terminal-forgetting.ts';

await runCommand(
  {
    name: 'npm run forget',
    purpose:
      'Forgets a person: out of the vault, the Portraits and every list, now and in every later run. Only a keyed digest is kept.',
    options: {
      content: { type: 'string', placeholder: 'DIR', meaning: 'Content they belong to (content/)' },
      state: { type: 'string', placeholder: 'DIR', meaning: 'Folder of the vault (.portal/)' },
    },
    positionals: ['EMAIL|PHONE'],
    examples: ['npm run forget -- ann@example.com', 'npm run forget -- "+1 555 017 0001"'],
  },
  async ({ values, positionals: [contact] }) => {
    if (contact === undefined || contact.trim() === '') throw noWord();
    const content = contentDirectory(values.content);
    const state = resolve(values.state ?? stateDirectory(content));
    if (values.state !== undefined && !existsSync(state)) throw noFolder(values.state);
    const progress = terminalProgress();
    progress.step('Looking for the person in the vault and the lists');
    const engine = await openEngine();
    try {
      console.log(terminalForgetting(await forgetPerson(engine, { state, content }, contact)));
    } finally {
      engine.close();
    }
    return undefined;
  },
);

function noWord(): GenerateError {
  return new GenerateError(
    'call/missing-word',
    'Cannot run "npm run forget": nobody is named; expected an e-mail address or a phone number',
    'For example: npm run forget -- ann@example.com',
  );
}

/** A mistyped folder would remember the person where no run ever looks. */
function noFolder(state: string): GenerateError {
  return new GenerateError(
    'state/missing',
    `Cannot forget anybody in "${state}": there is no such folder; expected the folder of the vault`,
    'Leave out --state for .portal/, or name the folder that "npm run generate" was given',
  );
}
