import { relative } from 'node:path';
import { counted } from '#core/format/counted.ts';
import type { Clearing } from './plan-clearing.ts';

/** What is about to go, for the person who decides. */
export function formatClearing({ machine, people }: Clearing, backup: string): string {
  const place = relative(process.cwd(), backup);
  return [
    machine.length === 0
      ? 'content/ holds nothing of the sample retailer that a program made'
      : `Removes ${counted(machine.length, 'file')} of the sample retailer that a program made`,
    ...(people.length === 0
      ? []
      : [
          `Removes ${counted(people.length, 'file')} that people may have written, copied to ${place}/content/ first:`,
          ...people.map((path) => `  ${path}`),
        ]),
    `Writes portal.config.ts; one that is there is copied to ${place}/`,
    'Makes exports/ for your files, unless it is there',
  ].join('\n');
}
