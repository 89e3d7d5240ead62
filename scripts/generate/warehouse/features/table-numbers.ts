import type { NumberForm } from '#core/schemas/table-column.ts';
import { PLAIN_CELLS, type CellForm } from '#generate/exports/cells/cell-form.ts';
import { numberPattern, plainNumber } from '#generate/exports/cells/number-cells.ts';

const FORMS: Record<Exclude<NumberForm, 'plain'>, CellForm> = {
  point: { ...PLAIN_CELLS, numbers: 'local', decimal: '.' },
  comma: { ...PLAIN_CELLS, numbers: 'local', decimal: ',' },
};
const WHOLE_DIGITS = 15;
const DECIMALS = '20';

/** SQL: whether a cell is a number of that form; a percent sign behind it does not matter. */
export function isTableNumber(cell: string, form: NumberForm): string {
  if (form === 'plain') return `coalesce(isfinite(TRY_CAST(${cell} AS DOUBLE)), false)`;
  const pattern = numberPattern(FORMS[form], WHOLE_DIGITS, DECIMALS).replaceAll("'", "''");
  return `regexp_matches(${withoutPercent(cell)}, '${pattern}')`;
}

/** SQL of the number in a cell, DOUBLE; null where there is none of that form. */
export function tableNumber(cell: string, form: NumberForm): string {
  const text = form === 'plain' ? cell : plainNumber(withoutPercent(cell), FORMS[form]);
  return `CASE WHEN ${isTableNumber(cell, form)} THEN TRY_CAST(${text} AS DOUBLE) END`;
}

function withoutPercent(cell: string): string {
  return `rtrim(${cell}, '% ')`;
}
