import { join, relative } from 'node:path';
import { portraitWords } from '#core/audiences/portrait-words.ts';
import { recoverContent } from '#generate/content/apply-content.ts';
import { loadConfig } from '#generate/load-config.ts';
import { terminalProgress } from '#generate/terminal-progress.ts';
import { LISTS_FOLDER, makeAudiences } from './audiences/make-audiences.ts';
import { readPortraits } from './audiences/read-portraits.ts';
import { terminalAudiences } from './audiences/terminal-audiences.ts';
import {
  configFile,
  contentDirectory,
  outDirectory,
  stateDirectory,
  REPOSITORY,
} from './cli/places.ts';
import { runCommand } from './cli/run-command.ts';
import { findExports } from './exports-folder.ts';

/** What is in version control or put on a server. */
const PUBLIC_FOLDERS = ['dist', 'dist-share', 'public', 'src', 'docs'];
const inRepository = (folder: string): string => join(REPOSITORY, folder);

await runCommand(
  {
    name: 'npm run audiences',
    purpose:
      'Writes lists of customers to write to or call, call sheets, and tags for the packing bench, into .portal/. They name people: keep them there. Who is on a list counts against the contact limit.',
    options: {
      audience: {
        type: 'string',
        placeholder: 'ID',
        meaning: 'Make the list of this audience only (all, and packing tags)',
      },
      'dry-run': { type: 'boolean', meaning: 'Count and show; write no list and log nothing' },
      exports: {
        type: 'string',
        placeholder: 'DIR',
        meaning: 'Folder with the exports (exports/)',
      },
      content: { type: 'string', placeholder: 'DIR', meaning: 'Content they belong to (content/)' },
      state: { type: 'string', placeholder: 'DIR', meaning: 'Folder of the vault (.portal/)' },
      config: { type: 'string', placeholder: 'FILE', meaning: 'Configuration (portal.config.ts)' },
      'as-of': {
        type: 'string',
        placeholder: 'YYYY-MM-DD',
        meaning: 'Day from which the days are counted back (the newest order)',
      },
    },
    examples: [
      'npm run audiences -- --dry-run',
      'npm run audiences',
      'npm run audiences -- --audience last-christmas',
    ],
  },
  async ({ values }) => {
    const config = await loadConfig(configFile(values.config));
    const content = contentDirectory(values.content);
    const state = stateDirectory(content, values.state);
    const progress = terminalProgress();
    recoverContent(content);
    const exports = await findExports(values.exports, config, progress);
    const { locale, currency, timeZone, privacy } = config;
    const formats = { locale, currency, timeZone };
    const portraits = readPortraits(content, formats);
    const dryRun = values['dry-run'] ?? false;
    try {
      const made = await makeAudiences({
        exportsDirectory: exports.directory,
        stateDirectory: state,
        publicDirectories: [content, outDirectory(), ...PUBLIC_FOLDERS.map(inRepository)],
        config,
        asOf: values['as-of'],
        audience: values.audience,
        dryRun,
        portraitOf: (id, customer) =>
          portraitWords(portraits.get(id) ?? { name: id, isHint: false }, customer),
        progress,
      });
      console.log(terminalAudiences(made, formats, privacy.floor));
      console.log(
        dryRun
          ? 'Nothing was written, and nobody counts as written to'
          : `The lists are in ${relative(process.cwd(), state) || '.'}/${LISTS_FOLDER}/`,
      );
      return undefined;
    } finally {
      exports.dispose();
    }
  },
);
