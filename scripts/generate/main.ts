import type { Command } from '#scripts/cli/command.ts';
import { configFile } from '#scripts/cli/places.ts';
import { EXIT, runCommand } from '#scripts/cli/run-command.ts';
import { runGenerate } from '#scripts/run-generate.ts';
import { contentJson } from './content/content-json.ts';
import { explainFiles } from './exports/plan/explain-file.ts';
import { loadConfig } from './load-config.ts';
import { terminalExplanation } from './terminal-explanation.ts';
import { terminalProgress } from './terminal-progress.ts';
import { terminalReport } from './terminal-report.ts';

const command = {
  name: 'npm run generate',
  purpose:
    'Reads exports, computes KPIs, Portraits and campaign results, and writes them to content/. While exports/ is empty or missing, it uses the sample retailer.',
  options: {
    exports: { type: 'string', placeholder: 'DIR', meaning: 'Folder with the exports (exports/)' },
    content: { type: 'string', placeholder: 'DIR', meaning: 'Folder to write to (content/)' },
    state: { type: 'string', placeholder: 'DIR', meaning: 'Folder of the vault (.portal/)' },
    config: { type: 'string', placeholder: 'FILE', meaning: 'Configuration (portal.config.ts)' },
    'as-of': {
      type: 'string',
      placeholder: 'YYYY-MM-DD',
      meaning: 'Day on which every figure stands (the newest order)',
    },
    check: { type: 'boolean', meaning: 'Write nothing; exit code 1 if something would change' },
    json: { type: 'boolean', meaning: 'Print one JSON object and nothing else on standard output' },
    refit: {
      type: 'boolean',
      meaning: 'Look for Portraits anew instead of using the stored model',
    },
    explain: {
      type: 'string',
      placeholder: 'FILE',
      meaning: 'Say what a file is taken for, and why',
    },
  },
  examples: [
    'npm run generate',
    'npm run generate -- --exports ~/downloads/shop --check',
    'npm run generate -- --explain exports/orders_export_1.csv',
  ],
} satisfies Command;

await runCommand(command, async ({ values }) => {
  if (values.explain !== undefined) {
    const config = await loadConfig(configFile(values.config));
    const explained = await explainFiles(values.explain, config);
    const [only] = explained;
    console.log(
      values.json
        ? JSON.stringify(explained.length === 1 ? only : explained, null, 2)
        : explained.map(terminalExplanation).join('\n\n'),
    );
    return EXIT.done;
  }
  const check = values.check ?? false;
  const report = await runGenerate({ ...values, asOf: values['as-of'] }, terminalProgress());
  console.log(
    values.json
      ? contentJson(report).trimEnd()
      : terminalReport(report, { check, isColoured: isColoured() }),
  );
  const changed = report.changes.some(({ change }) => change !== 'unchanged');
  return check && changed ? EXIT.wrongInput : EXIT.done;
});

/** Colours are for eyes: not in a file, not in a pipe, not where somebody wants none. */
function isColoured(): boolean {
  return process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
}
