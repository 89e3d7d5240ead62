import { collection, fields, type Config } from '@keystatic/core';
import { InsightStorySchema } from '#core/schemas/insight.ts';
import { ROLES } from '#core/schemas/role.ts';
import { contentComponents } from './content-components.tsx';
import type { EditorNames } from './editor-names.ts';
import { approvalField } from './fields/approval-field.tsx';
import { linesField } from './fields/lines-field.tsx';
import { optionalChoiceField } from './fields/optional-choice-field.ts';

const { kind, status, decision } = InsightStorySchema.shape;

/** A file of fields with a text below them. */
const TEXT = { contentField: 'body' } as const;

/**
 * What the editor edits: the texts of Portraits, learnings, KPIs and voices, each field as its schema in src/core/schemas has
 * it. Paths are relative to the content folder. The machine's JSON beside is not offered.
 */
export function editorConfig(names: EditorNames): Config {
  return {
    storage: { kind: 'local' },
    collections: {
      personas: personas(names),
      insights: insights(names),
      kpis: kpis(names),
      voices: voices(names),
    },
  };
}

function personas(names: EditorNames) {
  return collection({
    label: 'Portraits',
    path: 'personas/*',
    slugField: 'name',
    format: TEXT,
    entryLayout: 'content',
    schema: {
      name: title('Name', 60),
      essence: fields.text({
        label: 'In one line',
        validation: { length: { min: 1, max: 160 } },
      }),
      advocate: fields.text({
        label: 'Advocate',
        description: 'The role or team with the last word for this Portrait',
      }),
      order: fields.integer({ label: 'Position in lists; smaller is earlier' }),
      photo: fields.text({ label: 'Photo in content/photos, with consent' }),
      approved: approvalField(),
      face: fields.ignored(),
      drafted: fields.ignored(),
      body: textField(names),
    },
  });
}

function insights(names: EditorNames) {
  return collection({
    label: 'Learnings',
    path: 'insights/*',
    slugField: 'title',
    format: TEXT,
    entryLayout: 'content',
    schema: {
      title: title('The learning as a claim', 140),
      summary: fields.text({
        label: 'One or two sentences',
        multiline: true,
        validation: { length: { max: 280 } },
      }),
      kind: choice('Kind', kind.options),
      date: fields.date({ label: 'Day', validation: { isRequired: true } }),
      status: choice('Status', status.unwrap().options),
      owner: fields.text({ label: 'Owner' }),
      personas: linesField({
        label: 'Portraits it is about',
        description: oneALine(names.personas),
      }),
      kpis: linesField({
        label: 'KPIs it moved or tried to move',
        description: oneALine(names.kpis),
      }),
      tags: linesField({ label: 'Tags', description: 'One on each line' }),
      decision: choice('Decision', decision.unwrap().options, 'open'),
      reviewBy: fields.date({ label: 'Look again on' }),
      approved: approvalField(),
      drafted: fields.ignored(),
      body: textField(names),
    },
  });
}

function kpis(names: EditorNames) {
  return collection({
    label: 'KPIs',
    path: 'kpis/*',
    slugField: 'title',
    format: TEXT,
    entryLayout: 'content',
    schema: {
      title: title('Title'),
      meaning: fields.text({
        label: 'What it means, in one sentence',
        description: 'For a figure from another tool; for those worked out here it stands already',
        validation: { length: { max: 200 } },
      }),
      direction: fields.text({
        label: 'Good news is',
        description: 'up or down, for a figure from another tool; empty where neither is',
        validation: { pattern: { regex: /^(?:up|down|neutral)?$/, message: 'up or down' } },
      }),
      owner: fields.text({ label: 'Owner', description: 'A role or team, never "everybody"' }),
      synonyms: linesField({
        label: 'Other words that people search for',
        description: 'One on each line',
      }),
      moves: linesField({
        label: 'KPIs that it moves, as you believe',
        description: `They make the tree. ${oneALine(names.kpis)}`,
      }),
      order: fields.integer({
        label: 'Position on the home page',
        validation: { min: 1 },
      }),
      drafted: fields.ignored(),
      body: textField(names),
    },
  });
}

function voices(names: EditorNames) {
  return collection({
    label: 'Voices',
    path: 'voices/*',
    slugField: 'name',
    format: { data: 'yaml' },
    schema: {
      name: title('Name, as they want to be called', 60),
      does: fields.text({
        label: 'What they do, in one line',
        validation: { length: { min: 1, max: 100 } },
      }),
      quote: fields.text({
        label: 'What they would say first',
        multiline: true,
        validation: { length: { min: 1, max: 180 } },
      }),
      story: fields.text({
        label: 'What they tell',
        description: 'An empty line begins a new paragraph',
        multiline: true,
        validation: { length: { min: 1, max: 1200 } },
      }),
      role: optionalChoiceField({ label: 'Role', values: ROLES }),
      since: fields.integer({ label: 'Here since (year)' }),
      told: fields.date({ label: 'Told on' }),
      personas: linesField({
        label: 'Portraits it is about',
        description: oneALine(names.personas),
      }),
      insights: linesField({
        label: 'Learnings it belongs to',
        description: oneALine(names.insights),
      }),
      kpis: linesField({
        label: 'KPIs it explains',
        description: oneALine(names.kpis),
      }),
      photo: fields.text({ label: 'Photo in content/voices, with consent' }),
      order: fields.integer({ label: 'Position in the list; smaller is earlier' }),
      approved: approvalField(),
      face: fields.ignored(),
    },
  });
}

function textField(names: EditorNames) {
  return fields.mdx({
    label: 'Text',
    // Pictures stand in texts as <Photo>; headings of the first rank are the page's own.
    options: { image: false, heading: [2, 3, 4] },
    components: contentComponents(names),
  });
}

function oneALine(ids: readonly string[]): string {
  return `One on each line: ${ids.join(', ')}`;
}

function title(label: string, max = 140) {
  return fields.slug({
    name: { label, validation: { length: { min: 1, max } } },
    slug: {
      label: 'Address of the page',
      description: 'Also the name of its file: change it only while nobody links to it',
    },
  });
}

function choice<Value extends string>(
  label: string,
  values: readonly [Value, ...Value[]] | readonly Value[],
  usual: Value | undefined = values[0],
) {
  return fields.select({
    label,
    options: values.map((value) => ({ label: value, value })),
    defaultValue: usual as Value,
  });
}
