import { resolve } from 'node:path';
import { readCatalogue } from '../../src/markdown/content-catalogue.ts';

/** The names in the hand-made content. */
export const catalogue = readCatalogue(resolve('tests/fixtures/content'));
