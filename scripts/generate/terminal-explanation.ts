import type { FileExplanation } from './exports/plan/file-explanation.ts';

/** What `--explain` tells a person: what the file was taken for, and what else it could have been. */
export function terminalExplanation(explanation: FileExplanation): string {
  const { path, adapter, score, runnersUp, encoding, delimiter, headerLine } = explanation;
  const columns = Object.entries(explanation.columns).map(
    ([column, heading]) => `  ${column} ← "${heading}"`,
  );
  return [
    adapter === null
      ? `${path}: not read`
      : `${path}: read as ${adapter} (${percent(score)} of its header fits)`,
    explanation.why,
    ...(encoding === null ? [] : [`Encoding ${encoding}`]),
    ...(delimiter === null ? [] : [`Columns parted by ${JSON.stringify(delimiter)}`]),
    ...(headerLine === null ? [] : [`Header in line ${String(headerLine)}`]),
    ...explanation.cells.map(({ what, taken, because }) => `${what}: ${taken} (${because})`),
    ...(columns.length === 0 ? [] : ['Columns', ...columns]),
    ...(explanation.missing.length === 0 ? [] : [`Missing: ${explanation.missing.join(', ')}`]),
    ...(runnersUp.length === 0 ? [] : ['Formats that are nearly as near']),
    ...runnersUp.map(
      (other) =>
        `  ${other.adapter} (${percent(other.score)})${
          other.missing.length === 0 ? '' : `, lacks ${other.missing.join(', ')}`
        }`,
    ),
  ].join('\n');
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
