import { NUMBERED_NAME } from '#core/insights/variant-names.ts';

/** The arms of a test, as SQL over the rows of a file. */
interface Arms {
  /** What the rows of one test have in common. */
  test: string;
  /** The arm's own name; null in rows that are of no arm. */
  arm: string;
  /** What arms can be told apart by, the most telling first: subject, sender. */
  by: string[];
}

/**
 * What to call the arms of a test where the tool only numbers them: SQL of the first thing that is one for each arm and
 * another for each. Names that somebody gave stay, and so do numbers where nothing tells the arms apart.
 */
export function armName({ test, arm, by }: Arms): string {
  const among = `OVER (PARTITION BY ${test}, (${arm}) IS NULL)`;
  const arms = `count(DISTINCT ${arm}) ${among}`;
  const numbered = `bool_and(regexp_full_match(${arm}, '(?i)${NUMBERED_NAME}')) ${among}`;
  const tellsApart = (thing: string): string =>
    `count(DISTINCT ${thing}) ${among} = ${arms} AND count(DISTINCT [${arm}, ${thing}]) ${among} = ${arms}`;
  const cases = by.map((thing) => `WHEN ${numbered} AND ${tellsApart(thing)} THEN ${thing}`);
  return `CASE WHEN ${arm} IS NULL THEN NULL ${cases.join(' ')} ELSE ${arm} END`;
}
