import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { AudiencesSchema } from '#core/schemas/audience.ts';
import { BoxesSchema } from '#core/schemas/boxes.ts';
import { DataQualitySchema } from '#core/schemas/data-quality.ts';
import { InsightResultSchema, InsightStorySchema } from '#core/schemas/insight.ts';
import type { Issue } from '#core/schemas/issue.ts';
import { KpiSchema, KpiStorySchema } from '#core/schemas/kpi.ts';
import { PersonaSchema, PersonaStorySchema } from '#core/schemas/persona.ts';
import { SegmentationSchema } from '#core/schemas/segmentation.ts';

/** Which form each file has; the first that matches. */
const FORMS: { path: RegExp; schema: z.ZodType }[] = [
  { path: /^dataset\.json$/, schema: DataQualitySchema },
  { path: /^audiences\.json$/, schema: AudiencesSchema },
  { path: /^boxes\.json$/, schema: BoxesSchema },
  { path: /^personas\/segmentation\.json$/, schema: SegmentationSchema },
  { path: /^personas\/[^/]+\.json$/, schema: PersonaSchema },
  { path: /^kpis\/[^/]+\.json$/, schema: KpiSchema },
  { path: /^insights\/[^/]+\.json$/, schema: InsightResultSchema },
  { path: /^personas\/[^/]+\.mdx$/, schema: PersonaStorySchema },
  { path: /^kpis\/[^/]+\.mdx$/, schema: KpiStorySchema },
  { path: /^insights\/[^/]+\.mdx$/, schema: InsightStorySchema },
];

const FRONTMATTER = /^---\r?\n([\s\S]*?)^---\r?$/m;

/** All that is wrong with the form of one file of content/, each with the field it concerns. */
export function checkContentFile(path: string, text: string): Issue[] {
  const form = FORMS.find((candidate) => candidate.path.test(path));
  if (form === undefined) {
    return [
      {
        file: path,
        found: 'a file of no known kind',
        expected: 'an entry of personas, kpis or insights',
      },
    ];
  }
  return path.endsWith('.json')
    ? checkJson(path, text, form.schema)
    : checkFrontmatter(path, text, form.schema);
}

function checkJson(file: string, text: string, schema: z.ZodType): Issue[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ file, found: 'text that is no JSON', expected: 'what generate wrote; run it again' }];
  }
  const issues = schemaIssues(file, value, schema);
  const id = file.replace(/^.*\/|\.json$/g, '');
  if (hasOtherId(value, id)) {
    issues.push({ file, column: 'id', found: 'another id', expected: `"${id}", the file's name` });
  }
  return issues;
}

function checkFrontmatter(file: string, text: string, schema: z.ZodType): Issue[] {
  const match = text.startsWith('---') ? FRONTMATTER.exec(text) : null;
  if (match === null) {
    return [
      { file, line: 1, found: 'no frontmatter', expected: 'a block between two lines of ---' },
    ];
  }
  const lines = new LineCounter();
  const document = parseDocument(match[1] ?? '', { lineCounter: lines });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const [sentence = ''] = problem.message.split(' at line ');
    const line = (problem.linePos?.[0].line ?? 1) + 1;
    return [{ file, line, found: sentence, expected: 'YAML: one "name: value" a line' }];
  }
  const value: unknown = document.toJS() ?? {};
  return schemaIssues(file, value, schema, (place) => {
    // A missing field has no place of its own: the frontmatter's first line stands for it.
    const node = document.getIn(place, true);
    const offset = isRanged(node) ? node.range[0] : 0;
    return lines.linePos(offset).line + 1;
  });
}

function schemaIssues(
  file: string,
  value: unknown,
  schema: z.ZodType,
  lineOf?: (place: (string | number)[]) => number,
): Issue[] {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const place = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    return {
      file,
      ...(lineOf === undefined ? {} : { line: lineOf(place) }),
      column: place.join('.') || 'the whole file',
      found: foundIn(issue),
      expected: expectedBy(issue),
    };
  });
}

function foundIn(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys'
    ? `the unknown field "${issue.keys.join('", "')}"`
    : shapeOf(issue.input);
}

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'only fields of this kind of entry';
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'a day, YYYY-MM-DD';
  return issue.message.replace(/^Invalid [^:]+: /, '').replace(/^expected /, '');
}

/** What stood there, without quoting a text: it may name somebody. */
function shapeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (typeof value === 'string') return `text, ${value.length} characters`;
  return Array.isArray(value) ? `a list of ${value.length}` : 'a group of fields';
}

function hasOtherId(value: unknown, id: string): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && value.id !== id;
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
