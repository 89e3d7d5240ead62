import { runToolQuietly } from '#scripts/cli/run-tool.ts';
import type { CheckStep } from './check-step.ts';
import { contentRules } from './content-rules.ts';
import { unwrittenTexts } from './unwritten-texts.ts';

/** Everything that is checked without running the program; each step counts as one check. */
export function staticSteps(contentDirectory: string): CheckStep[] {
  return [
    // Checks every TypeScript file as well as the pages.
    toolStep('Types', 'astro/bin/astro.mjs', ['check', '--minimumSeverity', 'error']),
    toolStep('Format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    toolStep('Lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
    toolStep('Import rules', 'dependency-cruiser/bin/dependency-cruiser.mjs', [
      '--config',
      '.dependency-cruiser.json',
      'src',
      'scripts',
    ]),
    {
      title: 'Content rules',
      run: () => {
        const problems = contentRules(contentDirectory);
        const said = [...problems, ...unwrittenTexts(contentDirectory)];
        return Promise.resolve(one(problems.length === 0, said.join('\n')));
      },
    },
  ];
}

function toolStep(title: string, tool: string, words: string[]): CheckStep {
  return {
    title,
    async run() {
      const { exitCode, output } = await runToolQuietly(tool, words);
      return one(exitCode === 0, output);
    },
  };
}

function one(isPassed: boolean, output: string): Awaited<ReturnType<CheckStep['run']>> {
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0, output };
}
