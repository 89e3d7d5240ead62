const MEGABYTE = 1024 * 1024;

/** A table with more columns is none that a person exported. */
export const MAX_COLUMNS = 5000;

/** Bytes of one record, its quoted line breaks included. */
export const MAX_RECORD_BYTES = 10 * MEGABYTE;

/** What a container may hold; more is refused while it is unpacked, whatever its own directory says. */
export interface UnpackLimits {
  /** Members of one archive. */
  members: number;
  /** Bytes that one listed file may become, all its members together. */
  unpackedBytes: number;
  /** Bytes that may come out of one byte … */
  ratio: number;
  /** … once so many have come out: small files may be as uniform as they like. */
  ratioFromBytes: number;
  /** Rows × columns of a table whose empty cells cost nothing where it is packed. */
  cells: number;
}

export const UNPACK_LIMITS: UnpackLimits = {
  members: 10_000,
  unpackedBytes: 10 * 1024 * MEGABYTE,
  ratio: 400,
  ratioFromBytes: 100 * MEGABYTE,
  cells: 2_000_000_000,
};
