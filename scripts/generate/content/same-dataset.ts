import type { PresentContent } from '../generate-context.ts';
import { GenerateError } from '../generate-error.ts';

/**
 * Figures of two shops are never mixed: content/ remembers whose it is.
 *
 * @throws GenerateError `content/other-dataset`
 */
export function assertSameDataset(present: PresentContent, dataset: string): void {
  const there = presentDataset(present);
  if (there === null || there === dataset) return;
  throw new GenerateError(
    'content/other-dataset',
    `Cannot write figures of "${dataset}": content/ holds those of "${there}"; expected one shop's only`,
    there === 'sample'
      ? 'Run "npm run init" to clear the sample retailer and set up your own portal'
      : 'Write to another folder with --content, or use the configuration of the shop that is there',
  );
}

function presentDataset(present: PresentContent): string | null {
  const text = present.read('dataset.json');
  if (text === null) return null;
  try {
    const { dataset } = JSON.parse(text) as { dataset?: unknown };
    return typeof dataset === 'string' ? dataset : null;
  } catch {
    throw new GenerateError(
      'content/unreadable',
      'Cannot read "content/dataset.json": it is no JSON; expected what an earlier run wrote',
      'Restore the file from version control, or delete it and run generate again',
    );
  }
}
