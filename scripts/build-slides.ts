import { join, relative, resolve } from 'node:path';
import { terminalProgress } from '#generate/terminal-progress.ts';
import { outDirectory } from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { REPOSITORY } from './cli/run-tool.ts';
import { listedChoices } from './pictures/listed-choices.ts';
import { SLIDE_SIZES, writeSlides } from './pictures/slide-files.ts';

await runCommand(
  {
    name: 'npm run build:slides',
    purpose:
      'Writes each slide of the office screen as a picture, for screens without a browser, from the built site. Build it first: npm run build.',
    options: {
      to: { type: 'string', placeholder: 'DIR', meaning: 'Where they go (dist-slides/)' },
      site: { type: 'string', placeholder: 'DIR', meaning: 'The built site (dist/)' },
      size: {
        type: 'string',
        placeholder: 'SIZES',
        meaning: `In pixels, parted by commas (${SLIDE_SIZES.join(',')})`,
      },
    },
    examples: ['npm run build:slides', 'npm run build:slides -- --to ../signage --size 3840x2160'],
  },
  async ({ values }) => {
    const to = resolve(values.to ?? join(REPOSITORY, 'dist-slides'));
    const progress = terminalProgress();
    const files = await writeSlides({
      site: outDirectory(values.site),
      to,
      sizes: listedChoices('size', values.size, SLIDE_SIZES),
      progress,
    });
    console.log(`${files.length} slides are in ${relative(process.cwd(), to) || '.'}/`);
    return undefined;
  },
);
