import { runTool } from '#scripts/cli/run-tool.ts';
import type { CheckCount, CheckStep } from './check-step.ts';
import { contentRules } from './content-rules.ts';

const QUIET = { ASTRO_TELEMETRY_DISABLED: '1' };

/** Everything that is checked without running the program; each step counts as one check. */
export function staticSteps(contentDirectory: string): CheckStep[] {
  return [
    // Also writes the types of the content collections, which the next step needs.
    toolStep('Types of pages and components', 'astro/bin/astro.mjs', [
      'check',
      '--minimumSeverity',
      'error',
    ]),
    toolStep('Types', 'typescript/bin/tsc', ['--noEmit', '--project', '.']),
    toolStep('Lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
    toolStep('Format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    toolStep('Import rules', 'dependency-cruiser/bin/dependency-cruiser.mjs', [
      '--config',
      '.dependency-cruiser.json',
      'src',
      'scripts',
    ]),
    { title: 'Content rules', run: () => Promise.resolve(contentStep(contentDirectory)) },
  ];
}

function toolStep(title: string, tool: string, words: string[]): CheckStep {
  return { title, run: async () => one((await runTool(tool, words, QUIET)) === 0) };
}

function contentStep(contentDirectory: string): CheckCount {
  const problems = contentRules(contentDirectory);
  for (const problem of problems) console.error(problem);
  return one(problems.length === 0);
}

function one(isPassed: boolean): CheckCount {
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 };
}
