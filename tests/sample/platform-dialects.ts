import type { ReadDialect } from './read-csv.ts';

/** How the platform whose folder the file lies in writes its tables. */
export function dialectOf(path: string): ReadDialect {
  if (path.startsWith('amazon/all-orders'))
    return { delimiter: '\t', endOfLine: '\r\n', quotes: false };
  if (path.startsWith('amazon/')) return { delimiter: '\t', quotes: false };
  if (path.startsWith('surveymonkey/')) return { encoding: 'windows-1252' };
  return {};
}

/** Records above the rows: the header, its second part, a title and a period. */
export function linesAbove(path: string): number {
  if (path.startsWith('google-ads/')) return 3;
  return path.startsWith('surveymonkey/') ? 2 : 1;
}
