import { join, relative, resolve } from 'node:path';
import { statSync } from 'node:fs';
import { formatBytes } from '#core/format/format-bytes.ts';
import { terminalProgress } from '#generate/terminal-progress.ts';
import { outDirectory, REPOSITORY, shareDirectory } from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { writeGallery } from './pictures/gallery-files.ts';

await runCommand(
  {
    name: 'npm run gallery',
    purpose:
      'Draws every template, slide and poster of the built sites, and every component, as small pictures. Build them first: npm run build, npm run build:share.',
    options: {
      to: { type: 'string', placeholder: 'DIR', meaning: 'Where they go (docs/gallery/)' },
      site: { type: 'string', placeholder: 'DIR', meaning: 'The built site (dist/)' },
      share: { type: 'string', placeholder: 'DIR', meaning: 'The public site (dist-share/)' },
      only: {
        type: 'string',
        placeholder: 'WORD',
        meaning: 'Draws only what has this in its name ("kpi", "-360-"), and keeps the rest',
      },
    },
    examples: [
      'npm run gallery',
      'npm run gallery -- --only public',
      'npm run gallery -- --site ../dist --to ../gallery',
    ],
  },
  async ({ values }) => {
    const to = resolve(values.to ?? join(REPOSITORY, 'docs/gallery'));
    const files = await writeGallery({
      site: outDirectory(values.site),
      share: shareDirectory(values.share),
      to,
      only: values.only,
      progress: terminalProgress(),
    });
    const pictures = files.filter((file) => file.endsWith('.webp'));
    const bytes = pictures.reduce((sum, file) => sum + statSync(file).size, 0);
    console.log(
      `${pictures.length} pictures are in ${relative(process.cwd(), to) || '.'}/, ${formatBytes(bytes, { locale: 'en' })}`,
    );
    return undefined;
  },
);
