import type { Adapter, Binding, ColumnDeclaration } from '../adapter.ts';
import { ADAPTERS } from '../adapters/adapter-registry.ts';
import { CURRENCY_CODES } from '../cells/number-cells.ts';
import { foldHeader } from './fold-header.ts';

/** A format whose columns are mostly free (a survey) is never surer than this: any format that is known whole wins. */
const FREE_COLUMNS_SCORE = 0.55;

export interface AdapterMatch {
  adapter: Adapter;
  /** Share of the file's headers that belong to the format, 0–1; free columns count as neither. */
  share: number;
  /** The share, with what it is believed to be worth: most columns of a survey are free. */
  score: number;
  /** How many headers belong to the format. */
  known: number;
  /** Required columns that the file lacks; "a or b" where one of several is enough. */
  missing: string[];
  /** Share of the required columns that the file has. */
  requiredShare: number;
  bindings: Map<string, Binding>;
  /** The code that a header states for all money of the file: "Amount spent (EUR)". */
  currency: string | null;
}

/** How well a header fits each known format, best first; complete ones before those that lack a column. */
export function matchAdapters(
  headers: string[],
  adapters: readonly Adapter[] = ADAPTERS,
): AdapterMatch[] {
  const folded = headers.map(foldHeader);
  return adapters
    .filter((adapter) => knownHeaders(adapter, folded).size > 0)
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

/** How well a header fits one format. */
export function matchAdapter(
  adapter: Adapter,
  headers: string[],
  folded = headers.map(foldHeader),
): AdapterMatch {
  const columns = Object.entries(adapter.columns).filter(([, { type }]) => type !== 'cells');
  const known = knownHeaders(adapter, folded);
  const bindings = new Map<string, Binding>();
  let currency: string | null = null;
  for (const [column, declaration] of columns) {
    const indexes = headerIndexes(declaration, folded);
    const [index, ...twins] = indexes;
    const header = index === undefined ? undefined : headers[index];
    if (index === undefined || header === undefined) continue;
    bindings.set(column, {
      from: 'header',
      index,
      header,
      ...(twins.length === 0 ? {} : { twins }),
    });
    currency ??=
      headerCurrency(declaration, folded[index] ?? '') ?? signCurrency(declaration, header);
  }
  const free = bindFreeColumns(adapter, headers, folded, known, bindings);
  const filled = folded.filter((header, index) => header !== '' && !free.has(index));
  const required = requiredColumns(adapter);
  const missing = required.filter((options) => !options.some((column) => bindings.has(column)));
  const own = filled.filter((header) => known.has(header)).length;
  const share = filled.length === 0 ? 0 : own / filled.length;
  return {
    adapter,
    share,
    known: own,
    score: takesAnything(adapter) ? Math.min(share, FREE_COLUMNS_SCORE) : share,
    missing: missing.map((options) =>
      options.map((column) => headerName(adapter, column)).join(' or '),
    ),
    requiredShare: required.length === 0 ? 1 : 1 - missing.length / required.length,
    bindings,
    currency,
  };
}

/** What an adapter declares, folded and compiled once: it is compared with every line that may be a header. */
interface KnownNames {
  names: ReadonlySet<string>;
  patterns: readonly RegExp[];
}

const KNOWN_NAMES = new WeakMap<Adapter, KnownNames>();

function knownNames(adapter: Adapter): KnownNames {
  const known = KNOWN_NAMES.get(adapter);
  if (known !== undefined) return known;
  const columns = Object.values(adapter.columns);
  const made = {
    names: new Set(
      [...(adapter.otherHeaders ?? []), ...columns.flatMap(({ headers }) => headers)].map(foldName),
    ),
    patterns: columns.flatMap(({ type, headerPattern }) =>
      type === 'cells' || headerPattern === undefined ? [] : [wholePattern(headerPattern)],
    ),
  };
  KNOWN_NAMES.set(adapter, made);
  return made;
}

const FOLDED_NAMES = new Map<string, string>();

function foldName(name: string): string {
  const known = FOLDED_NAMES.get(name);
  if (known !== undefined) return known;
  const folded = foldHeader(name);
  FOLDED_NAMES.set(name, folded);
  return folded;
}

/** Folded headers of the file that belong to the format. */
function knownHeaders(adapter: Adapter, folded: string[]): Set<string> {
  const { names, patterns } = knownNames(adapter);
  return new Set(
    folded.filter(
      (header) => names.has(header) || patterns.some((pattern) => pattern.test(header)),
    ),
  );
}

/** Columns of the file that go by a name of the declaration: those of its first name that there is. */
function headerIndexes(declaration: ColumnDeclaration, folded: string[]): number[] {
  const found = (isOne: (header: string) => boolean): number[] =>
    folded.flatMap((header, index) =>
      isOne(header) && (declaration.first !== true || index === 0) ? [index] : [],
    );
  for (const name of declaration.headers.map(foldName)) {
    const indexes = found((header) => header === name);
    if (indexes.length > 0) return indexes;
  }
  if (declaration.headerPattern === undefined) return [];
  const pattern = wholePattern(declaration.headerPattern);
  return found((header) => pattern.test(header)).slice(0, 1);
}

function headerCurrency({ headerPattern }: ColumnDeclaration, folded: string): string | null {
  if (headerPattern === undefined) return null;
  return wholePattern(headerPattern).exec(folded)?.[1]?.toUpperCase() ?? null;
}

/** The currency whose sign ends the header of an amount: "14 Day Total Sales (₹)". */
function signCurrency({ type }: ColumnDeclaration, header: string): string | null {
  const sign = type === 'decimal' ? /\(([^()]{1,4})\)\s*$/.exec(header)?.[1] : undefined;
  return sign === undefined ? null : (CURRENCY_CODES[sign] ?? null);
}

/** Gives the columns that nothing else takes to the column of type `cells`; their indexes. */
function bindFreeColumns(
  adapter: Adapter,
  headers: string[],
  folded: string[],
  known: Set<string>,
  bindings: Map<string, Binding>,
): Set<number> {
  const taken = new Set(
    [...bindings.values()].flatMap((binding) =>
      binding.from === 'header' ? [binding.index, ...(binding.twins ?? [])] : [],
    ),
  );
  for (const [column, { type, headerPattern }] of Object.entries(adapter.columns)) {
    if (type !== 'cells') continue;
    const pattern = headerPattern === undefined ? null : wholePattern(headerPattern);
    const columns = headers.flatMap((header, index) => {
      const name = folded[index] ?? '';
      const isFree = !taken.has(index) && !known.has(name) && header.trim() !== '';
      return isFree && (pattern === null || pattern.test(name)) ? [{ index, header }] : [];
    });
    for (const { index } of columns) taken.add(index);
    if (columns.length > 0) bindings.set(column, { from: 'rest', columns });
  }
  const rest = [...bindings.values()].flatMap((binding) =>
    binding.from === 'rest' ? binding.columns.map(({ index }) => index) : [],
  );
  return new Set(rest);
}

function takesAnything(adapter: Adapter): boolean {
  return Object.values(adapter.columns).some(
    ({ type, headerPattern }) => type === 'cells' && headerPattern === undefined,
  );
}

function wholePattern(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
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
