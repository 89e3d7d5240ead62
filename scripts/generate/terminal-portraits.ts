import { counted } from '#core/format/counted.ts';
import { lineageSentence } from '#core/personas/lineage-words.ts';
import { driftDetails, driftSentence } from '#core/segmentation/drift-words.ts';
import type { GenerateReport } from './generate-report.ts';
import { percent } from './terminal-numbers.ts';

/** Why no groups were found. */
export function refusalLines({ segmentation }: GenerateReport): string[] {
  return segmentation.status === 'refused' ? [segmentation.explanation] : [];
}

/** A Portrait that a rule defines, another tool brought or somebody wrote needs no groups. */
export function refusalTitle({ personas }: GenerateReport): string {
  return personas.length === 0 ? 'Why there are no Portraits' : 'Why no groups were found';
}

/** How many Portraits are only a hint. */
export function hintLines({ certainty }: GenerateReport): string[] {
  if (certainty === null || certainty.hints.length === 0) return [];
  const { groups, hints, sentence } = certainty;
  const portraits = counted(groups, 'Portrait');
  if (hints.length < groups)
    return [`${portraits}, of them ${counted(hints.length, 'hint')}: ${sentence}`];
  return [
    groups === 1
      ? `${portraits}, only a hint: ${sentence}`
      : `${portraits}, all of them hints: ${sentence}`,
  ];
}

/** What the Portraits rest on, where that is little: single orders, or the few buyers who are known. */
export function warningLines({ segmentation }: GenerateReport): string[] {
  return segmentation.status === 'fitted' ? segmentation.warnings : [];
}

/** How far customers have moved since; on the day on which the groups were found there is nothing to compare them with yet. */
export function driftLines({ drift, asOf }: GenerateReport): string[] {
  if (drift === null || drift.since === asOf) return [];
  const writing = { day: (day: string) => day, share: percent };
  return [driftSentence(drift, writing), driftDetails(drift, writing)];
}

/** The colour of what is said of the drift. */
export function driftFormat({ drift }: GenerateReport): 'bold' | 'yellow' {
  return drift?.level === 'major' ? 'yellow' : 'bold';
}

/** What became of each Portrait; on the day on which they are all found for the first time there is nothing to tell. */
export function lineageLines({ lineage, names }: GenerateReport): string[] {
  if (lineage.every(({ change, from }) => change === 'born' && from.length === 0)) return [];
  const name = (id: string): string => names[id] ?? id;
  return lineage.map(
    (event) => `${name(event.id)}: ${lineageSentence(event, { day: (day) => day, name })}`,
  );
}

/** Names that their figures contradict: what nobody has edited gets its new name when the groups are found anew; a name in an edited text is people's. */
export function nameLines({ contradictedNames, names }: GenerateReport): string[] {
  return contradictedNames.map(
    (id) =>
      `“${names[id] ?? id}”: write a better one into content/personas/${id}.mdx; a text that nobody has edited gets one by --refit`,
  );
}
