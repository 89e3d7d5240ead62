import { fields, type BasicFormField } from '@keystatic/core';

interface Approval {
  by: string;
  on: string | null;
}

const NOBODY: Approval = { by: '', on: null };

/**
 * Who approved a story for the public site, and when. Not Keystatic's object: that writes an empty one where nobody
 * has, which is no approval and no form of "none" either.
 */
export function approvalField(): BasicFormField<Approval> {
  const by = fields.text({
    label: 'Approved for the public by',
    description: 'Whoever writes a name here lets everybody read this story (docs/sharing.md)',
  });
  const on = fields.date({ label: 'Approved on' });
  const ByInput = by.Input;
  const OnInput = on.Input;
  return {
    kind: 'form',
    label: 'Approval',
    Input({ value, onChange, ...rest }) {
      return (
        <div style={{ display: 'grid', gap: '1rem' }}>
          <ByInput
            {...rest}
            value={value.by}
            onChange={(name) => onChange({ ...value, by: name })}
          />
          <OnInput
            {...rest}
            autoFocus={false}
            value={value.on}
            onChange={(day) => onChange({ ...value, on: day })}
          />
          {isHalf(value) && <p>An approval needs a name and a day.</p>}
        </div>
      );
    },
    defaultValue: () => NOBODY,
    parse,
    serialize: ({ by: name, on: day }) => ({
      value: name === '' || day === null ? undefined : { by: name, on: day },
    }),
    validate(value) {
      if (isHalf(value)) throw new TypeError('An approval needs a name and a day');
      return value;
    },
    reader: { parse },
  };

  function parse(value: unknown): Approval {
    if (typeof value !== 'object' || value === null) return NOBODY;
    const given = value as { by?: string; on?: string | Date };
    return { by: given.by ?? '', on: on.parse(given.on) };
  }
}

function isHalf({ by, on }: Approval): boolean {
  return (by === '') !== (on === null);
}
