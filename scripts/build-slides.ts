import { join, relative, resolve } from 'node:path';
import { FIRST_PLAYLIST } from '#core/schemas/screen-settings.ts';
import { terminalProgress } from '#generate/terminal-progress.ts';
import { outDirectory, REPOSITORY } from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { listedChoices } from './pictures/listed-choices.ts';
import { builtPlaylists } from './pictures/screen-pages.ts';
import { SLIDE_SIZES, writeSlides } from './pictures/slide-files.ts';

await runCommand(
  {
    name: 'npm run build:slides',
    purpose:
      'Writes each slide of an office screen as a picture, and the whole screen as a package for Xibo, from the built site. Build it first: npm run build.',
    options: {
      to: { type: 'string', placeholder: 'DIR', meaning: 'Where they go (dist-slides/)' },
      site: { type: 'string', placeholder: 'DIR', meaning: 'The built site (dist/)' },
      playlist: {
        type: 'string',
        placeholder: 'IDS',
        meaning: `Which screens, parted by commas, as in portal.config.ts (${FIRST_PLAYLIST})`,
      },
      size: {
        type: 'string',
        placeholder: 'SIZES',
        meaning: `In pixels, parted by commas (${SLIDE_SIZES.join(',')})`,
      },
    },
    examples: [
      'npm run build:slides',
      'npm run build:slides -- --playlist packing --to ../signage --size 3840x2160',
    ],
  },
  async ({ values }) => {
    const to = resolve(values.to ?? join(REPOSITORY, 'dist-slides'));
    const progress = terminalProgress();
    const site = outDirectory(values.site);
    const known = builtPlaylists(site);
    const files = await writeSlides({
      site,
      to,
      sizes: listedChoices('size', values.size, SLIDE_SIZES),
      // Without a built site nothing is known, and writeSlides says so.
      playlists:
        known.length === 0
          ? [FIRST_PLAYLIST]
          : listedChoices('playlist', values.playlist ?? FIRST_PLAYLIST, known),
      moment: Date.now(),
      progress,
    });
    console.log(`${files.length} files are in ${relative(process.cwd(), to) || '.'}/`);
    return undefined;
  },
);
