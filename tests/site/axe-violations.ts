import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What axe-core finds wrong on the page, one line for each kind with the first element. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated by the browser's debugger: the page's own policy would refuse a script element.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: {
            id: string;
            help: string;
            nodes: { html: string; failureSummary: string }[];
          }[];
        }>;
      };
    };
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      // WCAG 2.2, 2.5.8: off by default.
      rules: { 'target-size': { enabled: true } },
    });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id} (${nodes.length}): ${help}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary.slice(0, 200)}`,
    );
  });
}
