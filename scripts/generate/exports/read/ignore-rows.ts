import type { RowReason } from '#core/schemas/data-quality.ts';
import type { Engine } from '#generate/warehouse/engine.ts';
import type { SummaryRows } from '../adapter.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import { FOOTER_CELLS, type RawReject } from './load-raw.ts';
import { isCancelled } from './cancelled-rows.ts';
import { hasProblems, isRepeatedHeader, REPEATED_HEADER } from './repeated-header.ts';

/** Rows that are no data, taken out before anything is rejected. */
export interface IgnoredRows {
  rows: number;
  reasons: RowReason[];
}

const FOOTER: Omit<RowReason, 'rows'> = {
  code: 'ignored/footer',
  reason: 'Lines at the end that are no data',
};

/** Parts the footers of the format from the records that could not be split. */
export function withoutFooters(
  plan: FilePlan,
  rejects: RawReject[],
): { broken: RawReject[]; footers: RawReject[] } {
  const { footers: known = [], shortFooters = [] } = plan.adapter;
  const patterns = [...known, ...shortFooters].map(
    (pattern) => new RegExp(`^(?:${pattern})$`, 'i'),
  );
  const isFooter = ({ text }: RawReject): boolean => {
    const bare = text.replaceAll(/^[\s",;]+|[\s",;]+$/g, '');
    return patterns.some((pattern) => pattern.test(bare));
  };
  return {
    broken: rejects.filter((reject) => !isFooter(reject)),
    footers: rejects.filter(isFooter),
  };
}

/**
 * Takes out of "typed" the rows that are no data: footers, what the format ignores, and summary rows, which wait in
 * the table "summaries" for their proof.
 */
export async function ignoreRows(
  engine: Engine,
  plan: FilePlan,
  footers: number,
): Promise<IgnoredRows> {
  const reasons: RowReason[] = [];
  const inRows = await deleteFooters(engine, plan);
  if (footers + inRows > 0) reasons.push({ ...FOOTER, rows: footers + inRows });
  const header = (await hasProblems(engine)) ? isRepeatedHeader(plan) : null;
  const headers = header === null ? 0 : await deleteRows(engine, header);
  if (headers > 0) reasons.push({ ...REPEATED_HEADER, rows: headers });
  for (const { code, reason, where, cancels } of plan.adapter.ignore ?? []) {
    const rows = await deleteRows(
      engine,
      cancels === true ? `(${where}) AND (${isIncomparable(plan)})` : where,
    );
    if (rows > 0) reasons.push({ code, reason, rows });
  }
  if (plan.adapter.summaries !== undefined) {
    await engine.run(
      'CREATE OR REPLACE TABLE summaries AS SELECT 0 AS summary, * FROM typed LIMIT 0',
    );
    for (const [index, { where, reason }] of plan.adapter.summaries.entries()) {
      await engine.run(`INSERT INTO summaries SELECT ${index}, * FROM typed WHERE ${where}`);
      const rows = await deleteRows(engine, where);
      if (rows > 0) reasons.push({ code: 'ignored/summary-row', reason, rows });
    }
  }
  return { rows: reasons.reduce((sum, { rows }) => sum + rows, 0), reasons };
}

/** SQL: whether a row that cancels something cannot be told from older ones; the others wait (cancelled-rows.ts). */
function isIncomparable({ adapter: { overlap } }: FilePlan): string {
  return `"rowProblem" IS NOT NULL ${overlap === undefined ? '' : `OR "${overlap.newest}" IS NULL`}`;
}

async function deleteRows(engine: Engine, where: string): Promise<number> {
  const [found] = await engine.rows<{ n: string }>(
    `SELECT count(*) AS n FROM typed WHERE ${where}`,
  );
  const rows = Number(found?.n ?? 0);
  if (rows > 0) await engine.run(`DELETE FROM typed WHERE ${where}`);
  return rows;
}

/** Footers that a spreadsheet program has filled up to the width of the table. */
async function deleteFooters(engine: Engine, plan: FilePlan): Promise<number> {
  const patterns = plan.adapter.footers ?? [];
  if (patterns.length === 0) return 0;
  const cells = FOOTER_CELLS.filter((index) => index < plan.columnCount).map(
    (index) => `c${index}`,
  );
  const record = `trim(concat_ws(',', ${cells.join(', ')}), ', ')`;
  const isFooter = `"row" IN (SELECT rowid FROM raw WHERE regexp_full_match(${record}, '(?i)${patterns
    .map((pattern) => `(?:${pattern})`)
    .join('|')
    .replaceAll("'", "''")}'))`;
  return deleteRows(engine, isFooter);
}

/**
 * Compares each summary row with the sum of the kept rows it stands for. Where they agree, that proves that nothing is
 * missing; where not, the difference is reported.
 */
export async function proveSummaries(
  engine: Engine,
  plan: FilePlan,
  reasons: RowReason[],
): Promise<void> {
  for (const [index, summary] of (plan.adapter.summaries ?? []).entries()) {
    const reason = reasons.find(
      ({ code, reason: text }) => code === 'ignored/summary-row' && text === summary.reason,
    );
    if (reason === undefined) continue;
    const counts = `NOT ${isCancelled(plan.adapter)}`;
    const differences = await summaryDifferences(engine, index, summary, counts);
    const differing = differences.filter(({ differs }) => differs);
    const areProven = differences.length > 0 && differences.every(({ proves }) => proves);
    reason.reason = areProven
      ? `${summary.reason}; they state the sums of the rows that count`
      : summary.reason;
    if (differing.length > 0) {
      reasons.push({
        code: 'note/summary-differs',
        reason: `${summary.reason} that do not state the sum of the rows that count: rows may be missing from the export`,
        rows: differing.length,
        example: differing[0]?.text ?? '',
      });
    }
  }
  await engine.run('DROP TABLE IF EXISTS summaries');
}

/** What a summary row states, compared with the rows it stands for; one that states nothing proves nothing. */
interface SummaryComparison {
  proves: boolean;
  differs: boolean;
  text: string;
}

async function summaryDifferences(
  engine: Engine,
  index: number,
  { sums, sumsOf = {}, covers = 'true' }: SummaryRows,
  counts: string,
): Promise<SummaryComparison[]> {
  const values = Object.entries({
    ...Object.fromEntries(sums.map((name) => [name, (row: string) => `${row}."${name}"`])),
    ...sumsOf,
  });
  const stated = values.map(([name, value]) => `${value('s')}::VARCHAR AS "${name}_stated"`);
  const added = values.map(
    ([name, value]) =>
      `(SELECT coalesce(sum(${value('k')}), 0) FROM typed k WHERE ${counts} AND (${covers}))::VARCHAR AS "${name}_added"`,
  );
  if (values.length === 0) return [];
  const kept = `(SELECT count(*) FROM typed k WHERE ${counts} AND (${covers}))::VARCHAR AS "kept"`;
  const rows = await engine.rows<Record<string, string | null>>(
    `SELECT ${[...stated, ...added, kept].join(', ')} FROM summaries s WHERE s.summary = ${index} ORDER BY s."row"`,
  );
  return rows.map((row) => {
    const stating = values.filter(([name]) => row[`${name}_stated`] != null);
    const wrong = stating.flatMap(([name]) => {
      const isSum = isSumOf(
        row[`${name}_stated`] ?? '',
        row[`${name}_added`] ?? '',
        Number(row['kept']),
      );
      return isSum ? [] : [name];
    });
    const text = wrong.map(
      (name) => `${name}: stated ${row[`${name}_stated`]}, rows add up to ${row[`${name}_added`]}`,
    );
    return {
      proves: stating.length > 0 && wrong.length === 0,
      differs: wrong.length > 0,
      text: text.join('; '),
    };
  });
}

/**
 * Whether a stated total is what so many rows add up to. Money is rounded to cents in each row and in the total, half a cent
 * at most; whole numbers must agree.
 */
export function isSumOf(stated: string, added: string, rows: number): boolean {
  const rounding = stated.includes('.') ? 0.005 * (rows + 1) : 0;
  const tolerance = rounding + 1e-9 * Math.abs(Number(stated));
  return Math.abs(Number(stated) - Number(added)) <= tolerance;
}
