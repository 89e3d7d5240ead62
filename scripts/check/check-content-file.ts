import { z } from 'zod';
import { AudiencesSchema } from '#core/schemas/audience.ts';
import { BoxesSchema } from '#core/schemas/boxes.ts';
import { DataQualitySchema } from '#core/schemas/data-quality.ts';
import { InsightResultSchema, InsightStorySchema } from '#core/schemas/insight.ts';
import type { Issue } from '#core/schemas/issue.ts';
import { KpiSchema, KpiStorySchema } from '#core/schemas/kpi.ts';
import { MarketSchema } from '#core/schemas/market.ts';
import { PersonaSchema, PersonaStorySchema } from '#core/schemas/persona.ts';
import { SegmentationSchema } from '#core/schemas/segmentation.ts';
import { VoiceSchema } from '#core/schemas/voice.ts';
import { nearestWord } from '#core/format/nearest-word.ts';
import { readYaml, type YamlText } from './read-yaml.ts';

/** Which form each file has; the first that matches. */
const FORMS: { path: RegExp; schema: z.ZodType }[] = [
  { path: /^dataset\.json$/, schema: DataQualitySchema },
  { path: /^audiences\.json$/, schema: AudiencesSchema },
  { path: /^boxes\.json$/, schema: BoxesSchema },
  { path: /^market\.json$/, schema: MarketSchema },
  { path: /^personas\/segmentation\.json$/, schema: SegmentationSchema },
  { path: /^personas\/[^/]+\.json$/, schema: PersonaSchema },
  { path: /^kpis\/[^/]+\.json$/, schema: KpiSchema },
  { path: /^insights\/[^/]+\.json$/, schema: InsightResultSchema },
  { path: /^personas\/[^/]+\.mdx$/, schema: PersonaStorySchema },
  { path: /^kpis\/[^/]+\.mdx$/, schema: KpiStorySchema },
  { path: /^insights\/[^/]+\.mdx$/, schema: InsightStorySchema },
  { path: /^voices\/[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/, schema: VoiceSchema },
];

const FRONTMATTER = /^---\r?\n([\s\S]*?)^---\r?$/m;
/** What a line of the frontmatter looks like: a field, or a part of the one above. */
const HEAD_LINE = /^(?:[\w-]+:|[ \t]+\S|- )/;

/** All that is wrong with the form of one file of content/, each with the field it concerns. */
export function checkContentFile(path: string, text: string): Issue[] {
  const form = FORMS.find((candidate) => candidate.path.test(path));
  if (form === undefined) {
    return [
      {
        file: path,
        found: 'a file of no known kind',
        expected: path.startsWith('voices/')
          ? 'a file such as voices/ada-lund.yaml'
          : 'an entry of personas, kpis, insights or voices',
      },
    ];
  }
  if (path.endsWith('.json')) return checkJson(path, text, form.schema);
  return path.endsWith('.yaml')
    ? checkYaml(path, readYaml(text), form.schema)
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
  if (!text.startsWith('---')) {
    return [
      { file, line: 1, found: 'no frontmatter', expected: 'a block between two lines of ---' },
    ];
  }
  const head = FRONTMATTER.exec(text)?.[1];
  if (head === undefined) {
    const [, ...lines] = text.split(/\r?\n/);
    const after = lines.findIndex((line) => !HEAD_LINE.test(line));
    return [
      {
        file,
        ...{ line: after + 2, column: '1', found: 'no line of --- below the fields' },
        expected: 'one before the text begins',
      },
    ];
  }
  // The frontmatter begins below the first ---.
  return checkYaml(file, readYaml(head, 2), schema);
}

function checkYaml(file: string, yaml: YamlText, schema: z.ZodType): Issue[] {
  if (yaml.problem !== null) {
    const { line, column, found, expected } = yaml.problem;
    return [{ file, line, column: String(column), found, expected }];
  }
  return schemaIssues(file, yaml.value, schema, yaml.lineOf);
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
    const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : [];
    return {
      file,
      ...(lineOf && { line: lineOf(unknown === undefined ? place : [...place, unknown]) }),
      column: place.join('.') || 'the whole file',
      found: foundIn(issue),
      expected: expectedBy(issue, schema),
    };
  });
}

function foundIn(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys'
    ? `the unknown field "${issue.keys.join('", "')}"`
    : shapeOf(issue.input);
}

function expectedBy(issue: z.core.$ZodIssue, schema: z.ZodType): string {
  if (issue.code === 'unrecognized_keys') {
    const isHead = issue.path.length === 0 && schema instanceof z.ZodObject;
    const near = isHead ? nearestWord(issue.keys[0] ?? '', Object.keys(schema.shape)) : null;
    return `only fields of this kind of entry${near === null ? '' : `, perhaps "${near}"`}`;
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'a day, YYYY-MM-DD';
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return `at most ${issue.maximum} characters`;
  }
  return issue.message
    .replace(/^Invalid [^:]+: /, '')
    .replace(/, received \w+$/, '')
    .replace(/^expected /, '');
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
