import { fields } from '@keystatic/core';

interface OptionalChoiceOptions {
  label: string;
  values: readonly string[];
}

/**
 * One of a few values, or none. Not Keystatic's select alone: that writes its first value where the text had none, and
 * an untouched draft would count as edited.
 */
export function optionalChoiceField({ label, values }: OptionalChoiceOptions) {
  const select = fields.select({
    label,
    options: ['', ...values].map((value) => ({ label: value === '' ? 'usual' : value, value })),
    defaultValue: '',
  });
  return {
    ...select,
    serialize: (value: string) => ({ value: value === '' ? undefined : value }),
  };
}
