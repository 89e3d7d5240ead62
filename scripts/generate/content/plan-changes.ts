import type { PresentContent } from '../generate-context.ts';
import type { ContentFile } from './content-file.ts';
import { isUneditedDraft } from './draft-mdx.ts';

/** What a run does, or would do, to one file of content/. */
export interface Change {
  /** Relative to content/, with forward slashes. */
  path: string;
  change: 'created' | 'updated' | 'deleted' | 'unchanged';
  /** The text to write, for created and updated files. */
  text?: string;
  /** The text that the plan saw; null where it saw no file. Applying looks whether it is still so. */
  seen?: string | null;
}

/** The folders and the files of which every JSON is the machine's. */
const MACHINE_FILE =
  /^(?:(?:personas|insights|kpis)\/[^/]+\.json|(?:dataset|audiences|boxes)\.json)$/;

/**
 * Compares what content/ should hold with what it holds. Machine files are rewritten when they differ and deleted
 * when nobody plans them any more, with the draft beside them unless somebody edited it: the site is not built while a
 * text speaks of figures that are gone. People's files are created once, drafted anew only while unedited, never deleted.
 */
export function planChanges(files: ContentFile[], present: PresentContent): Change[] {
  const planned = new Set(files.map((file) => file.path));
  if (planned.size < files.length) throw new TypeError('Cannot plan two files of the same path');
  const changes = files.flatMap((file) =>
    file.kind === 'machine' ? [machineChange(file, present)] : draftChange(file, present),
  );
  const deleted = present
    .paths()
    .filter((path) => MACHINE_FILE.test(path) && !planned.has(path))
    .flatMap((path) => [path, ...unneededDraft(path, planned, present)])
    .map((path): Change => ({ path, change: 'deleted', seen: present.read(path) }));
  return [...changes, ...deleted].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** The draft beside a machine file that goes, if it says nothing but what the program wrote. */
function unneededDraft(path: string, planned: Set<string>, present: PresentContent): string[] {
  const draft = path.replace(/\.json$/, '.mdx');
  const text = planned.has(draft) ? null : present.read(draft);
  return text !== null && isUneditedDraft(text) ? [draft] : [];
}

function machineChange({ path, text }: ContentFile, present: PresentContent): Change {
  const seen = present.read(path);
  if (seen === text) return { path, change: 'unchanged', seen };
  return { path, change: seen === null ? 'created' : 'updated', text, seen };
}

function draftChange({ path, text }: ContentFile, present: PresentContent): Change[] {
  const seen = present.read(path);
  if (seen === null) {
    // The JSON beside says that it was drafted in an earlier run: a person deleted it since, and it stays deleted.
    const wasDrafted = present.read(path.replace(/\.[^./]+$/, '.json')) !== null;
    return wasDrafted ? [] : [{ path, change: 'created', text, seen }];
  }
  if (seen === text || !isUneditedDraft(seen)) return [{ path, change: 'unchanged', seen }];
  return [{ path, change: 'updated', text, seen }];
}
