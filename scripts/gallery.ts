import { join, relative, resolve } from 'node:path';
import { statSync } from 'node:fs';
import { formatBytes } from '#core/format/format-bytes.ts';
import { terminalProgress } from '#generate/terminal-progress.ts';
import { outDirectory, REPOSITORY } from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { writeGallery } from './pictures/gallery-files.ts';

await runCommand(
  {
    name: 'npm run gallery',
    purpose:
      'Draws every template, slide and poster of the built site, and every component, as small pictures. Build it first: npm run build.',
    options: {
      to: { type: 'string', placeholder: 'DIR', meaning: 'Where they go (docs/gallery/)' },
      site: { type: 'string', placeholder: 'DIR', meaning: 'The built site (dist/)' },
    },
    examples: ['npm run gallery', 'npm run gallery -- --site ../dist --to ../gallery'],
  },
  async ({ values }) => {
    const to = resolve(values.to ?? join(REPOSITORY, 'docs/gallery'));
    const files = await writeGallery({
      site: outDirectory(values.site),
      to,
      progress: terminalProgress(),
    });
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    console.log(
      `${files.length - 1} pictures are in ${relative(process.cwd(), to) || '.'}/, ${formatBytes(bytes, { locale: 'en' })}`,
    );
    return undefined;
  },
);
