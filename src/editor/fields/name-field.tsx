import { fields } from '@keystatic/core';

interface NameFieldOptions {
  label: string;
  description?: string;
  isRequired?: boolean;
  /** The names to choose from, asked for when the field is shown. */
  names(): readonly string[];
}

/**
 * A text with names to choose from. Not a select: that would refuse a whole document for one name that is no more,
 * and the writer could not even open it to put it right.
 */
export function nameField({ label, description, isRequired = true, names }: NameFieldOptions) {
  const text = fields.text({
    label,
    ...(description === undefined ? {} : { description }),
    validation: { isRequired },
  });
  const TextInput = text.Input;
  return {
    ...text,
    Input(props: Parameters<typeof TextInput>[0]) {
      const known = names();
      const isUnknown = props.value !== '' && !known.includes(props.value);
      return (
        <div>
          <TextInput {...props} />
          <select
            aria-label={`Choose: ${label}`}
            value={isUnknown ? '' : props.value}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          >
            <option value="">{isUnknown ? 'Not a known name; choose one' : 'Choose'}</option>
            {known.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      );
    },
  };
}
