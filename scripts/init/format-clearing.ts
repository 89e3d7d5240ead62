import { relative } from 'node:path';
import type { Clearing } from './plan-clearing.ts';

/** What is about to go, for the person who decides. */
export function formatClearing({ machine, people }: Clearing, backup: string): string {
  const place = relative(process.cwd(), backup);
  return [
    machine.length === 0
      ? 'content/ holds nothing of the sample retailer that a program made'
      : `Removes ${machine.length} files of the sample retailer that a program made`,
    ...(people.length === 0
      ? []
      : [
          `Removes ${people.length} files that people may have written, copied to ${place}/content/ first:`,
          ...people.map((path) => `  ${path}`),
        ]),
    `Writes portal.config.ts; one that is there is copied to ${place}/`,
  ].join('\n');
}
