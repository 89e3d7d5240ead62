import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFact } from '#core/format/format-fact.ts';
import type { Formats } from '#core/format/formats.ts';
import { PersonaSchema, type Persona } from '#core/schemas/persona.ts';
import { SegmentationSchema, type Segmentation } from '#core/schemas/segmentation.ts';
import type { GenerateReport } from '#generate/generate-report.ts';

/**
 * What docs/cases/ says in figures of the Portraits that a run found, line by line: rows of its tables without the
 * spaces that align them, and the sentences that the portal says itself.
 */
export function caseLines(
  content: string,
  { personas, totals }: Pick<GenerateReport, 'personas' | 'totals'>,
  formats: Formats,
): string[] {
  const read = (name: string): string => readFileSync(join(content, 'personas', name), 'utf8');
  const segmentation = SegmentationSchema.parse(JSON.parse(read('segmentation.json')));
  const { certificate, explanation, warnings } = segmentation;
  if (!certificate) throw new Error('Expected a certificate');
  const found = personas.map(({ id }) => PersonaSchema.parse(JSON.parse(read(`${id}.json`))));
  const buyers = personas.reduce((sum, { customers }) => sum + customers, 0);
  const period = found[0]?.facts[0]?.period;
  return [
    row('Orders, cancelled ones among them', whole(totals.orders), whole(totals.cancelledOrders)),
    row('Customers, with a purchase', whole(totals.customers), whole(buyers)),
    row('Bought on two days or more', whole(totals.repeatCustomers), share(totals, buyers)),
    row('First and last day', period?.from ?? '', period?.to ?? ''),
    ...found.map((persona) => groupRow(persona, read(`${persona.id}.mdx`), formats)),
    ...found.map((persona) => markRow(persona)),
    ...certificateRows(segmentation),
    ...unknowns(found),
    ...warnings,
    explanation,
  ];
}

/** What the exports cannot say about anybody. */
function unknowns(found: readonly Persona[]): Set<string> {
  return new Set(
    found.flatMap(({ facts }) =>
      facts.flatMap((fact) => (fact.status === 'unavailable' ? [fact.reason] : [])),
    ),
  );
}

/** Who they are: name, essence and size. */
function groupRow({ workingName, facts }: Persona, mdx: string, formats: Formats): string {
  const essence = /^essence: (.*)$/m.exec(mdx)?.[1] ?? '';
  const shown = (id: string): string => {
    const fact = facts.find((one) => one.id === id);
    return fact ? formatFact(fact, formats) : '';
  };
  return row(
    workingName,
    essence,
    ...['customers', 'shareOfRevenue', 'ordersPerYear', 'averageOrderValue'].map(shown),
    ...['itemsPerOrder', 'repeatShare', 'recencyDays'].map(shown),
  );
}

/** What marks them: habits against the average, strongest first. */
function markRow({ workingName, distinguishing }: Persona): string {
  const marks = distinguishing.map(
    ({ fact, timesAverage }) => `\`${fact}\` ${timesAverage.toFixed(2)}×`,
  );
  return row(workingName, marks.join(', '));
}

function certificateRows({ certificate }: Segmentation): string[] {
  if (!certificate) return [];
  const { candidates, personas, persistence, factors, silhouette } = certificate;
  const chosen = candidates.find(({ k }) => k === personas.length);
  return [
    row('Gap statistic', number(chosen?.gap), number(certificate.gapOfOneGroup)),
    row('Silhouette', number(silhouette), number(chosen?.chanceSilhouette)),
    row('Kappa of two halves of the orders', number(persistence?.kappa), '0.50'),
    row('Sampling adequacy (KMO)', number(factors.adequacy), '0.60'),
    ...personas.map(({ id, jaccard, silhouette: own, verdict }) =>
      row(`\`${id}\``, number(jaccard), number(own), verdict),
    ),
  ];
}

function row(...cells: string[]): string {
  return `|${cells.join('|')}|`;
}

function whole(value: number): string {
  return value.toLocaleString('en-GB');
}

function share({ repeatCustomers }: GenerateReport['totals'], buyers: number): string {
  return `${((100 * repeatCustomers) / buyers).toFixed(1)} % of the buyers`;
}

function number(value: number | null | undefined): string {
  return value === null || value === undefined ? 'unknown' : value.toFixed(2);
}

/** A document without the spaces that align its tables and the breaks of its lines. */
export function unaligned(text: string): string {
  return text
    .replace(/^> ?/gm, '')
    .replace(/ *\| */g, '|')
    .replace(/(?<!\|)\n(?!\||\n|- )/g, ' ')
    .replace(/ +/g, ' ');
}
