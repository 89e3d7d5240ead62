import { fields } from '@keystatic/core';
import { block, inline, wrapper } from '@keystatic/core/content-components';
import { ROLES } from '#core/schemas/role.ts';
import { COMPONENT_RULES } from '#markdown/component-rules.ts';
import { editedOwner } from './edited-owner.ts';
import { addressesFor, type EditorNames } from './editor-names.ts';
import { nameField } from './fields/name-field.tsx';
import { optionalChoiceField } from './fields/optional-choice-field.ts';

const TONES = COMPONENT_RULES['Callout']?.values?.['tone'] ?? [];

/** The components of texts as the editor offers them: numbers and names inside a sentence, others as blocks. */
export function contentComponents(names: EditorNames) {
  const entry = (label: string, known: readonly string[], isRequired = true) =>
    nameField({ label, names: () => known, isRequired });
  const addresses = (known: EditorNames['facts']) => () =>
    addressesFor(editedOwner(window.location.pathname), known);
  return {
    Fact: inline({
      label: 'Figure',
      schema: {
        is: nameField({
          label: 'Figure',
          description: 'One of this page, or of another as personas/name#figure',
          names: addresses(names.facts),
        }),
      },
      ContentView: ({ value }) => <code>{value.is}</code>,
    }),
    Kpi: inline({
      label: 'KPI',
      schema: { id: entry('KPI', names.kpis) },
      ContentView: ({ value }) => <code>{value.id}</code>,
    }),
    Persona: inline({
      label: 'Portrait',
      schema: { id: entry('Portrait', names.personas) },
      ContentView: ({ value }) => <code>{value.id}</code>,
    }),
    Chart: block({
      label: 'Chart',
      schema: { id: nameField({ label: 'Chart', names: addresses(names.charts) }) },
      ContentView: ({ value }) => <p>Chart: {value.id}</p>,
    }),
    Result: block({
      label: 'Campaign result',
      schema: { id: entry('Learning; empty: this one', names.insights, false) },
      ContentView: ({ value }) => <p>Result{value.id ? `: ${value.id}` : ''}</p>,
    }),
    Photo: block({
      label: 'Photo',
      schema: {
        src: fields.text({ label: 'File in content/photos', validation: { isRequired: true } }),
        alt: fields.text({ label: 'What is to be seen', validation: { isRequired: true } }),
        credit: fields.text({ label: 'Photographer' }),
      },
      ContentView: ({ value }) => <p>Photo: {value.alt}</p>,
    }),
    Claim: wrapper({
      label: 'Sentence that holds only while …',
      schema: {
        when: fields.text({
          label: 'When',
          description: 'For example: ordersPerYear >= 9',
          validation: { isRequired: true },
        }),
      },
    }),
    Quote: wrapper({
      label: 'Quote',
      schema: { by: fields.text({ label: 'Who said it, without a name' }) },
    }),
    ForRole: wrapper({
      label: 'Note for a role',
      schema: {
        role: fields.select({ label: 'Role', options: options(ROLES), defaultValue: ROLES[0] }),
      },
    }),
    Callout: wrapper({
      label: 'Callout',
      schema: {
        tone: optionalChoiceField({ label: 'Tone', values: TONES }),
        title: fields.text({ label: 'Title' }),
      },
    }),
  };
}

function options<Value extends string>(values: readonly Value[]) {
  return values.map((value) => ({ label: value, value }));
}
