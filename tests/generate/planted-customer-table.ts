import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { normalDeviate } from '#core/segmentation/random-deviates.ts';
import { seededRandom, type Random } from '#core/segmentation/seeded-random.ts';

const KINDS = 5;
const FACTORS = 6;

type Draw = (factors: readonly number[], row: number, cells: readonly string[]) => string;

/** A customer table with five planted kinds, and who is of which. */
export interface PlantedTable {
  text: string;
  kinds: Map<string, string>;
}

/** How large a table is planted. */
export interface TablePlan {
  rows: number;
  columns: number;
  /** Of the 180 columns that hang on factors: 0.5 plants half of them, which is much quicker to factor. */
  share?: number;
  seed?: number;
}

/**
 * One row a customer: 180 columns that hang on six factors (numbers of several scales with long tails, outliers and empty
 * cells; yes and no; ticked boxes; categories), 20 copies of numbers, columns that must be left out, and noise up to so
 * many columns.
 */
export function plantCustomerTable({
  rows,
  columns,
  share = 1,
  seed = 1,
}: TablePlan): PlantedTable {
  const random = seededRandom(seed);
  const drawn = [...planted(random, share), ...noise(columns, random)].slice(0, columns);
  const header = ['E-Mail', 'First Name', 'Last Name', ...drawn.map(([name]) => name)];
  const kinds = new Map<string, string>();
  const lines = Array.from({ length: rows }, (_, row) => {
    const kind = Math.floor(random() * KINDS);
    const email = `c${row}@example.com`;
    kinds.set(email, String(kind));
    const factors = Array.from(
      { length: FACTORS },
      (_, factor) => centre(kind, factor) + 0.8 * normalDeviate(random),
    );
    const cells: string[] = [];
    for (const [, draw] of drawn) cells.push(draw(factors, row, cells));
    return [email, `Ann${row}`, `Smith${row}`, ...cells].join(',');
  });
  return { text: `${[header.join(','), ...lines].join('\n')}\n`, kinds };
}

/** Writes the table where an export lies. */
export function writePlantedTable(path: string, table: PlantedTable): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, table.text);
}

function centre(kind: number, factor: number): number {
  if (factor === kind) return 2.5;
  return factor === KINDS ? (kind % 2 === 0 ? -1.5 : 1.5) : 0;
}

function planted(random: Random, share: number): [string, Draw][] {
  const near = (factors: readonly number[], index: number, spread: number): number =>
    (factors[index % FACTORS] ?? 0) + spread * normalDeviate(random);
  const numbers = Array.from({ length: share * 120 }, (_, index): [string, Draw] => [
    `number_${index}`,
    (factors) => {
      const value = near(factors, index, 0.7);
      if (random() < 0.05) return '';
      if (index % 4 === 0) return value.toFixed(3);
      if (index % 4 === 1) return Math.exp(value).toFixed(2);
      if (index % 4 === 2) return String(Math.max(0, Math.round(20 * value)));
      return random() < 0.001 ? '1000000000' : String(Math.round(1000 + 200 * value));
    },
  ]);
  const answers = Array.from({ length: share * 30 }, (_, index): [string, Draw] => [
    `answer_${index}`,
    (factors) => (near(factors, index, 0.5) > 1 ? 'ja' : 'nein'),
  ]);
  const levels = Array.from({ length: share * 20 }, (_, index): [string, Draw] => [
    `level_${index}`,
    (factors, row) => {
      const value = near(factors, index, 0.5);
      if (value > 1.5) return 'gold';
      if (value > 0) return 'silver';
      return row % 60 === 0 ? `rare${row % 50}` : 'bronze';
    },
  ]);
  const boxes = Array.from({ length: share * 10 }, (_, index): [string, Draw] => [
    `box_${index}`,
    (factors) => (near(factors, index, 0.5) > 1 ? 'x' : ''),
  ]);
  const copies = Array.from({ length: 20 }, (_, index): [string, Draw] => [
    `copy_${index}`,
    (_, __, cells) => (cells[index] === '' ? '' : (3 * Number(cells[index])).toFixed(3)),
  ]);
  const unusable: [string, Draw][] = [
    ['always the same', () => '5'],
    ['nearly empty', () => (random() < 0.1 ? '1.5' : '')],
    ['since', (_, row) => `2025-0${1 + (row % 9)}-1${row % 9}`],
    ['second contact', (_, row) => `d${row}@example.com`],
    ['account', (_, row) => String(100_000 + row)],
    ['remark', (_, row) => `said ${row} that it was fine`],
    ['reached under', (_, row) => `+49171${1_000_000 + row}`],
  ];
  return [...numbers, ...answers, ...levels, ...boxes, ...copies, ...unusable];
}

function noise(count: number, random: Random): [string, Draw][] {
  return Array.from({ length: count }, (_, index): [string, Draw] => [
    `noise_${index}`,
    () => {
      if (index % 3 === 0) return normalDeviate(random).toFixed(2);
      if (index % 3 === 1) return String(Math.floor(random() * 10));
      return Math.exp(normalDeviate(random)).toFixed(1);
    },
  ]);
}
