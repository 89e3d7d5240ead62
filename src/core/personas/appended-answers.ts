import type { Period } from '#core/schemas/identifiers.ts';
import type { Appended } from '#core/schemas/persona.ts';
import { benjaminiHochberg } from '#core/statistics/benjamini-hochberg.ts';
import { liftToWhole } from '#core/statistics/lift-to-whole.ts';
import { twoProportionPValue } from '#core/statistics/two-proportion-p-value.ts';
import { partLoss } from './part-loss.ts';
import { suppressSmallCells, type Loss } from './suppress-small-cells.ts';

/** Of the answers that are said to differ, so many may by chance. */
const FALSE_DISCOVERIES = 0.05;

/** A closed question, and how many people gave each answer; each person counts once an answer. */
export interface AskedQuestion {
  question: string;
  source: string;
  period: Period | null;
  /** People who answered, by Portrait; those of no Portrait under null. */
  answered: ReadonlyMap<string | null, number>;
  /** Answers in the order to show, with people by Portrait; one that fewer than the floor gave has label null. */
  answers: readonly { label: string | null; people: ReadonlyMap<string | null, number> }[];
  /** Whether one person could give several answers. */
  isMultiple: boolean;
}

/**
 * What the customers of each Portrait said, beside all customers who answered – demographics are appended, never
 * inferred. Definition: people who gave an answer ÷ people who answered the question; lift and interval as
 * `liftToWhole`; "more" or "less" only where the interval excludes 1 and p < 0.05 (`twoProportionPValue` against
 * everybody else) after Benjamini and Hochberg's adjustment for all answers of all Portraits that are shown: of hundreds,
 * every twentieth would differ by chance. Suppressed are a Portrait of which fewer than the
 * floor answered, cells of fewer people, and second ones where a total would give these away, rather not what sets a Portrait apart (`partLoss`); of a question with
 * several answers also cells that nearly everybody is in. Hidden Portraits have nothing.
 * Source: docs/features.md, "What they told us"; `benjaminiHochberg`; `suppressSmallCells`.
 * Empty case: no questions, nothing appended.
 *
 * @example appendedAnswers([], ['a'], new Set(), 10).get('a') // => []
 */
export function appendedAnswers(
  questions: readonly AskedQuestion[],
  personas: readonly string[],
  hidden: ReadonlySet<string>,
  floor: number,
): Map<string, Appended[]> {
  const appended = new Map<string, ComparedQuestion[]>(personas.map((id) => [id, []]));
  for (const question of questions) {
    const { answered } = question;
    const sizes = personas.map((persona) => answered.get(persona) ?? 0);
    const others = answered.get(null) ?? 0;
    const tooFew = suppressSmallCells(
      sizes.map((size) => [size]),
      floor,
      {
        alsoHidden: personas.map((persona) => [hidden.has(persona)]),
        rest: [others],
      },
    );
    const isHidden = personas.map(
      (persona, row) => hidden.has(persona) || tooFew[row]?.[0] === true,
    );
    const nOfAll = sizes.reduce((sum, size) => sum + size, others);
    const cells = hiddenCells(question, personas, isHidden, floor);
    for (const [row, persona] of personas.entries()) {
      const n = sizes[row] ?? 0;
      if (isHidden[row] === true || n === 0) continue;
      appended.get(persona)?.push({
        question: question.question,
        source: question.source,
        period: question.period,
        n,
        nOfAll,
        rows: question.answers.flatMap(({ label, people }, column): ComparedRow[] =>
          label === null
            ? []
            : [
                answerRow(label, cells[row]?.[column] ?? true, {
                  part: { successes: people.get(persona) ?? 0, n },
                  whole: { successes: sumOf(people), n: nOfAll },
                }),
              ],
        ),
      });
    }
  }
  return judgedTogether(appended);
}

type AnswerRow = Appended['rows'][number];

/** An answer before it is known what the others say. */
interface ComparedRow {
  row: Omit<AnswerRow, 'status'>;
  /** Of everybody else giving the answer as often; null where it is hidden, or given by nobody or everybody. */
  pValue: number | null;
}

type ComparedQuestion = Omit<Appended, 'rows'> & { rows: ComparedRow[] };

/** All answers that are shown are one family: whoever reads looks at all of them. */
function judgedTogether(
  compared: ReadonlyMap<string, readonly ComparedQuestion[]>,
): Map<string, Appended[]> {
  const looked = [...compared.values()]
    .flat()
    .flatMap(({ rows }) => rows)
    .filter(({ pValue }) => pValue !== null);
  const adjusted = benjaminiHochberg(looked.map(({ pValue }) => pValue ?? 1));
  const found = new Set(looked.filter((_, index) => (adjusted[index] ?? 1) < FALSE_DISCOVERIES));
  return new Map(
    [...compared].map(([persona, questions]) => [
      persona,
      questions.map((question) => ({
        ...question,
        rows: question.rows.map((one) => ({ ...one.row, status: statusOf(one, found.has(one)) })),
      })),
    ]),
  );
}

function statusOf(
  { row: { share, interval } }: ComparedRow,
  isFound: boolean,
): AnswerRow['status'] {
  if (share === null) return 'suppressed';
  if (!isFound || interval === null) return 'undecided';
  if (interval.low > 1) return 'more';
  return interval.high < 1 ? 'less' : 'undecided';
}

/**
 * Which cells are hidden, by group and answer; answers of which each person may give several stand alone. What is told of
 * everybody less what is shown tells of hidden groups together.
 */
function hiddenCells(
  { answers, answered, isMultiple }: AskedQuestion,
  personas: readonly string[],
  isHidden: readonly boolean[],
  floor: number,
): boolean[][] {
  const of = (people: (group: string | null) => number[], loss: Loss): boolean[][] => {
    const rows = personas.map(people);
    return suppressSmallCells(rows, floor, {
      alsoHidden: rows.map((row, at) => row.map(() => isHidden[at] === true)),
      rest: people(null),
      loss,
    });
  };
  const shares = personas.map((persona) => sharesOf(answers, answered, [persona]));
  const sharesOfAll = sharesOf(answers, answered, [...personas, null]);
  const lossOf = (row: number, column: number): number =>
    answers[column]?.label === null ? 0 : partLoss(shares[row] ?? [], sharesOfAll, column);
  if (!isMultiple) {
    return of(
      (group) => answers.map(({ people }) => people.get(group) ?? 0),
      ([row, column]) => lossOf(row, column),
    );
  }
  const columns = answers.map(({ people }, column) =>
    of(
      (group) => {
        const gave = people.get(group) ?? 0;
        return [gave, (answered.get(group) ?? 0) - gave];
      },
      // Hidden is the answer, whichever of the two cells is.
      ([row]) => lossOf(row, column),
    ),
  );
  return personas.map((_, row) => columns.map((column) => column[row]?.some(Boolean) ?? true));
}

/** Share of those who were asked, by answer, of these groups together. */
function sharesOf(
  answers: AskedQuestion['answers'],
  answered: AskedQuestion['answered'],
  groups: readonly (string | null)[],
): number[] {
  const countOf = (people: ReadonlyMap<string | null, number>): number =>
    groups.reduce((sum, group) => sum + (people.get(group) ?? 0), 0);
  const asked = Math.max(1, countOf(answered));
  return answers.map(({ people }) => countOf(people) / asked);
}

function answerRow(
  answer: string,
  isHidden: boolean,
  { part, whole }: Record<'part' | 'whole', { successes: number; n: number }>,
): ComparedRow {
  const shareOfAll = whole.successes / whole.n;
  if (isHidden) {
    return {
      row: { answer, share: null, shareOfAll, lift: null, interval: null, n: 0 },
      pValue: null,
    };
  }
  const lift = liftToWhole(part, whole);
  const others = { successes: whole.successes - part.successes, n: whole.n - part.n };
  return {
    row: {
      answer,
      share: part.successes / part.n,
      shareOfAll,
      lift: lift?.times ?? null,
      interval: lift?.interval ?? null,
      n: part.successes,
    },
    pValue: others.n === 0 ? null : twoProportionPValue(part, others),
  };
}

function sumOf(people: ReadonlyMap<string | null, number>): number {
  return [...people.values()].reduce((sum, count) => sum + count, 0);
}
