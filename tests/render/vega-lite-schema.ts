import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';

const path = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');

/** Vega-Lite's own schema: what a specification may hold. */
export const isVegaLite = new Ajv({ strict: false, allErrors: false, logger: false }).compile(
  JSON.parse(readFileSync(path, 'utf8')),
);
