import { join, relative, resolve } from 'node:path';
import { terminalProgress } from '#generate/terminal-progress.ts';
import { outDirectory, REPOSITORY } from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { listedChoices } from './pictures/listed-choices.ts';
import { POSTER_SIZES, saysWhere, writePosters } from './pictures/poster-files.ts';

await runCommand(
  {
    name: 'npm run build:posters',
    purpose:
      'Writes the poster of every Portrait and its three lines for the packing bench as PDF, one page each, from the built site. Build it first: npm run build.',
    options: {
      to: { type: 'string', placeholder: 'DIR', meaning: 'Where they go (dist-posters/)' },
      site: { type: 'string', placeholder: 'DIR', meaning: 'The built site (dist/)' },
      size: {
        type: 'string',
        placeholder: 'SIZES',
        meaning: `Of the paper, parted by commas (${POSTER_SIZES.join(',')})`,
      },
    },
    examples: ['npm run build:posters', 'npm run build:posters -- --to ../wall --size a3'],
  },
  async ({ values }) => {
    const to = resolve(values.to ?? join(REPOSITORY, 'dist-posters'));
    const progress = terminalProgress();
    const site = outDirectory(values.site);
    const files = await writePosters({
      site,
      to,
      sizes: listedChoices('size', values.size, POSTER_SIZES),
      progress,
    });
    console.log(`${files.length} posters are in ${relative(process.cwd(), to) || '.'}/`);
    if (!saysWhere(site)) {
      console.log(
        'They bear no address and no QR code: set company.url in portal.config.ts to where the portal is served, then npm run build',
      );
    }
    return undefined;
  },
);
