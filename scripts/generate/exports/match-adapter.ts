import type { Adapter, Binding } from './adapter.ts';
import { ADAPTERS } from './adapters/adapter-registry.ts';
import { foldHeader } from './fold-header.ts';

export interface AdapterMatch {
  adapter: Adapter;
  /** Share of the file's headers that belong to the format, 0–1. */
  score: number;
  /** Required columns that the file lacks; "a or b" where one of several is enough. */
  missing: string[];
  /** Share of the required columns that the file has. */
  requiredShare: number;
  bindings: Map<string, Binding>;
}

/** How well a header fits each known format, best first; complete ones before those that lack a column. */
export function matchAdapters(
  headers: string[],
  adapters: readonly Adapter[] = ADAPTERS,
): AdapterMatch[] {
  const folded = headers.map(foldHeader);
  return adapters
    .map((adapter) => matchAdapter(adapter, headers, folded))
    .filter((match) => match.score > 0)
    .sort(
      (a, b) =>
        Number(a.missing.length > 0) - Number(b.missing.length > 0) ||
        b.score - a.score ||
        b.requiredShare - a.requiredShare ||
        (a.adapter.id < b.adapter.id ? -1 : 1),
    );
}

function matchAdapter(adapter: Adapter, headers: string[], folded: string[]): AdapterMatch {
  const bindings = new Map<string, Binding>();
  const known = new Set(adapter.otherHeaders?.map(foldHeader));
  for (const [column, declaration] of Object.entries(adapter.columns)) {
    const names = declaration.headers.map(foldHeader);
    for (const name of names) known.add(name);
    const index = folded.findIndex((header) => names.includes(header));
    const header = headers[index];
    if (header !== undefined) bindings.set(column, { from: 'header', index, header });
  }
  const filled = folded.filter((header) => header !== '');
  const required = requiredColumns(adapter);
  const missing = required.filter((options) => !options.some((column) => bindings.has(column)));
  return {
    adapter,
    score:
      filled.length === 0 ? 0 : filled.filter((header) => known.has(header)).length / filled.length,
    missing: missing.map((options) =>
      options.map((column) => headerName(adapter, column)).join(' or '),
    ),
    requiredShare: 1 - missing.length / required.length,
    bindings,
  };
}

/** The columns a file must have; of each inner list, one. */
export function requiredColumns(adapter: Adapter): string[][] {
  const single = Object.entries(adapter.columns)
    .filter(
      ([, declaration]) => declaration.required === true || declaration.requiredHeader === true,
    )
    .map(([column]) => [column]);
  return [...single, ...(adapter.oneOf ?? [])];
}

/** What the export itself calls the column. */
export function headerName(adapter: Adapter, column: string): string {
  return adapter.columns[column]?.headers[0] ?? column;
}
