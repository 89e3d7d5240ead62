import { existsSync } from 'node:fs';
import { GenerateError } from '#generate/generate-error.ts';
import { terminalProgress } from '#generate/terminal-progress.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { contentDirectory, stateDirectory } from './cli/places.ts';
import { requiredContact } from './cli/required-contact.ts';
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
  async ({ values, positionals: [word] }) => {
    const contact = requiredContact('npm run forget', word);
    const content = contentDirectory(values.content);
    const state = stateDirectory(content, values.state);
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

/** A mistyped folder would remember the person where no run ever looks. */
function noFolder(state: string): GenerateError {
  return new GenerateError(
    'state/missing',
    `Cannot forget anybody in "${state}": there is no such folder; expected the folder of the vault`,
    'Leave out --state for .portal/, or name the folder that "npm run generate" was given',
  );
}
