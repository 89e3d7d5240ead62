import { basename } from 'node:path';

/** Names under which tools hand out tables; anything else that is empty or no text only happens to lie there. */
const EXPORT_NAME = /\.(?:csv|tsv|txt|dat|jsonl|ndjson|json|parquet|xlsx|zip)(?:\.gz)?$/i;

export function isExportName(path: string): boolean {
  return EXPORT_NAME.test(path) && !basename(path).startsWith('.');
}
