import { collectionsOf } from './content-collections.ts';

export const collections = collectionsOf();
