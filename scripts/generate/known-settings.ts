import type { z } from 'zod';

/**
 * Names of the settings that a schema knows at a place, so that a mistyped one can be told its nearest; none where any
 * name may stand.
 *
 * @param path as an issue of the schema has it: ["audiences", "hero"]
 */
export function knownSettings(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = schema._zod as { def: SchemaForm };
  if (def.innerType !== undefined) return knownSettings(def.innerType, path);
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(def.shape ?? {});
  const below = def.shape?.[String(first)] ?? def.element ?? def.valueType;
  return below === undefined ? [] : knownSettings(below, rest);
}

/** What a schema's definition may hold: objects, lists, records, and whatever wraps another (defaults). */
interface SchemaForm {
  innerType?: z.core.$ZodType;
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  valueType?: z.core.$ZodType;
}
