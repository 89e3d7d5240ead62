import type { SegmentationModel } from '#core/schemas/segmentation.ts';
import type { TableColumn } from '#core/schemas/table-column.ts';
import { tableFeatureLabel } from './table-features.ts';

/** A column of the customer table that Portraits are described by. */
export interface DescribedTableColumn {
  label: string;
  column: TableColumn;
  /** Of the model's feature; null: the level follows from those of other features. */
  feature: number | null;
}

/**
 * Columns that the model rests on, and of each category the level that has no feature of its own: where everybody in a
 * Portrait has that one, its other levels tell only what nobody is.
 */
export function describedColumns(model: SegmentationModel): DescribedTableColumn[] {
  const used = model.features.flatMap(({ label, column }, feature) =>
    column ? [{ label, column, feature }] : [],
  );
  const rests = new Map(
    used.flatMap(({ column }) => {
      if (column.kind !== 'level' || column.rest === undefined) return [];
      const rest: TableColumn = { kind: 'level', name: column.name, level: column.rest };
      return [[column.name, { label: tableFeatureLabel(rest), column: rest, feature: null }]];
    }),
  );
  return [...used, ...rests.values()];
}
