import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { recoverContent } from '#generate/content/apply-content.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { nearestWord } from '#core/format/nearest-word.ts';
import { contentDirectory } from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { planEntry } from './new/plan-entry.ts';
import { KINDS, type Kind } from './new/templates.ts';

await runCommand(
  {
    name: 'npm run new',
    purpose: `Begins a text from a template: ${KINDS.join(', ')}.`,
    options: {
      content: { type: 'string', placeholder: 'DIR', meaning: 'Folder to write to (content/)' },
    },
    positionals: ['KIND', '"TITLE"'],
    examples: [
      'npm run new -- insight "A saved basket serves better than a push"',
      'npm run new -- persona "The Weekend Planner"',
      'npm run new -- voice "Ada Lund"',
    ],
  },
  ({ values, positionals: [kind, title] }) => {
    const content = contentDirectory(values.content);
    recoverContent(content);
    const entry = planEntry(knownKind(kind), title ?? '', new Date());
    const file = join(content, entry.path);
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(file, entry.text, { flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      throw new GenerateError(
        'new/exists',
        `Cannot begin "${entry.path}": there is such a text already; expected a new one`,
        'Choose another title, or write on in that file',
      );
    }
    console.log(`Wrote ${relative(process.cwd(), file)}. "npm run dev" shows it while you write.`);
    return undefined;
  },
);

function knownKind(word: string | undefined): Kind {
  const kind = KINDS.find((known) => known === word);
  if (kind !== undefined) return kind;
  const near = word === undefined ? null : nearestWord(word, KINDS);
  throw new GenerateError(
    'new/unknown-kind',
    `Cannot begin ${word === undefined ? 'a text: no kind is given' : `"${word}"`}; expected ${KINDS.join(', ')}`,
    near === null ? 'For example: npm run new -- insight "Title"' : `Did you mean "${near}"?`,
  );
}
