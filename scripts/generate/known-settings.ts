import type { z } from 'zod';

/**
 * Names of the settings that a schema knows at a place, so that a mistyped one can be told its nearest; none where any
 * name may stand.
 *
 * @param path as an issue of the schema has it: ["audiences", "hero"]
 */
export function knownSettings(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = schema._zod as { def: SchemaForm };
  const within = def.innerType ?? def.in;
  if (within !== undefined) return knownSettings(within, path);
  if (def.options !== undefined) {
    return [...new Set(def.options.flatMap((option) => knownSettings(option, path)))];
  }
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(def.shape ?? {});
  const below = def.shape?.[String(first)] ?? def.element ?? def.valueType;
  return below === undefined ? [] : knownSettings(below, rest);
}

/** What a schema's definition may hold: objects, lists, records, choices, and whatever wraps another (defaults, transforms). */
interface SchemaForm {
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  options?: readonly z.core.$ZodType[];
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  valueType?: z.core.$ZodType;
}
