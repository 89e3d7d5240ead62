import type { Dialect, RecordPlace } from './count-records.ts';
import { findRecords } from './file-bytes.ts';
import type { RawReject } from './load-raw.ts';

/** Finds the places of records in the file the user knows. */
export interface RecordFinder {
  rejects(records: RawReject[]): Promise<Map<number, RecordPlace>>;
  /** Places of loaded rows, by position among them. */
  rows(positions: number[]): Promise<Map<number, RecordPlace>>;
}

/**
 * Finds records of a file as the engine was given it.
 *
 * @param placeInSections where a record of a file made of sections stands in the original
 */
export function recordFinder(
  file: { path: string; compressed: boolean },
  dialect: Dialect,
  headerRecords: number,
  placeInSections?: (ordinal: number) => RecordPlace,
): RecordFinder {
  let rejected: number[] = [];
  const inOriginal = (places: Map<number, RecordPlace>): Map<number, RecordPlace> =>
    placeInSections === undefined
      ? places
      : new Map([...places].map(([key, { ordinal }]) => [key, placeInSections(ordinal)]));
  return {
    async rejects(records) {
      if (records.length === 0) return new Map<number, RecordPlace>();
      const numbers = records.map(({ index }) => index);
      const places = await findRecords(file.path, file.compressed, dialect, {
        by: 'index',
        numbers,
      });
      const ordinals = [...places.values()].map(({ ordinal }) => ordinal);
      rejected = [...new Set([...rejected, ...ordinals])].sort((a, b) => a - b);
      return inOriginal(places);
    },
    async rows(positions) {
      if (positions.length === 0) return new Map<number, RecordPlace>();
      const ordinals = new Map<number, number>();
      let shift = 0;
      for (const position of [...positions].sort((a, b) => a - b)) {
        while ((rejected[shift] ?? Infinity) <= position + 1 + headerRecords + shift) shift += 1;
        ordinals.set(position, position + 1 + headerRecords + shift);
      }
      const numbers = [...ordinals.values()];
      const places = await findRecords(file.path, file.compressed, dialect, {
        by: 'ordinal',
        numbers,
      });
      const found = new Map<number, RecordPlace>();
      for (const [position, ordinal] of ordinals) {
        const place = places.get(ordinal);
        if (place !== undefined) found.set(position, place);
      }
      return inOriginal(found);
    },
  };
}
