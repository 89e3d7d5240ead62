import { fields, type BasicFormField } from '@keystatic/core';
import { useState } from 'react';

interface LinesFieldOptions {
  label: string;
  description: string;
}

/**
 * A list of short texts, one on each line. Not Keystatic's array: that writes an empty list where the file had none,
 * and an untouched draft would count as edited.
 */
export function linesField({
  label,
  description,
}: LinesFieldOptions): BasicFormField<readonly string[]> {
  const TextInput = fields.text({ label, description, multiline: true }).Input;
  return {
    kind: 'form',
    label,
    Input({ value, onChange, ...rest }) {
      // The text as it is typed: a list knows nothing of the empty line that the next word goes to.
      const [typed, setTyped] = useState(() => value.join('\n'));
      return (
        <TextInput
          {...rest}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            onChange(linesOf(text));
          }}
        />
      );
    },
    defaultValue: () => [],
    parse: (value) => (Array.isArray(value) ? value.map(String) : []),
    serialize: (value) => ({ value: value.length === 0 ? undefined : value }),
    validate: (value) => value,
    reader: { parse: (value) => (Array.isArray(value) ? value.map(String) : []) },
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
