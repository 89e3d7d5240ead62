import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { GenerateError } from '../generate-error.ts';
import { contentTarget, refuseLinks } from './content-path.ts';
import type { FileEffects } from './file-effects.ts';

/**
 * The journal is the one file whose appearing decides: before it, a plan has not happened; after it, it has, and
 * whoever comes next finishes what is left. Every step may be done twice.
 */
const StepSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('write'),
    /** Path inside content/, or null for a file of the state folder. */
    path: z.string().nullable(),
    /** Absolute path of a state file, or null for a file of content/. */
    statePath: z.string().nullable(),
    /** Name of the staged text. */
    staged: z.string(),
    /**
     * For people's files: digest of the text that the plan saw, or null where it saw none. A file that is another by
     * now was edited meanwhile and stays. Absent for machine files.
     */
    seen: z.string().nullable().optional(),
  }),
  z.strictObject({
    action: z.literal('delete'),
    path: z.string(),
    /** For a draft: digest of the text that the plan saw. Absent for machine files. */
    seen: z.string().optional(),
  }),
]);
export type Step = z.output<typeof StepSchema>;

const JournalSchema = z.strictObject({ version: z.literal(1), steps: z.array(StepSchema) });

const JOURNAL_DRAFT = 'journal.draft';

/** The folder beside content/ that stages, journal and lock live in; on the same file system. */
export function applyDirectory(contentDirectory: string): string {
  return `${realDirectory(contentDirectory)}.apply`;
}

/** content/ itself may be a link; what lies beside is then beside its other end. */
export function realDirectory(directory: string): string {
  const absolute = resolve(directory);
  return existsSync(absolute) ? realpathSync(absolute) : absolute;
}

export function stageDirectory(contentDirectory: string): string {
  return join(applyDirectory(contentDirectory), 'stage');
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** From the rename inside on, the plan has happened. */
export function commitJournal(contentDirectory: string, steps: Step[], effects: FileEffects): void {
  const folder = applyDirectory(contentDirectory);
  const draft = join(folder, JOURNAL_DRAFT);
  effects.write(draft, JSON.stringify({ version: 1, steps }), 0o600);
  effects.move(draft, journalPath(contentDirectory));
  effects.syncDirectory(folder);
}

/** Does what a committed journal says is left to do; without a journal, throws the stage away. */
export function finishJournal(contentDirectory: string, effects: FileEffects): void {
  const text = effects.read(journalPath(contentDirectory));
  if (text !== null) {
    const steps = parseJournal(text, journalPath(contentDirectory));
    for (const step of steps) finishStep(contentDirectory, step, effects);
    for (const folder of touchedFolders(contentDirectory, steps)) {
      if (effects.exists(folder)) effects.syncDirectory(folder);
    }
    effects.remove(journalPath(contentDirectory));
    effects.syncDirectory(applyDirectory(contentDirectory));
  }
  effects.remove(join(applyDirectory(contentDirectory), JOURNAL_DRAFT));
  effects.remove(stageDirectory(contentDirectory));
}

function finishStep(contentDirectory: string, step: Step, effects: FileEffects): void {
  const target = stepTarget(contentDirectory, step);
  if (step.action === 'delete') {
    if (!isOther(target, step.seen, effects)) effects.remove(target);
    return;
  }
  const staged = join(stageDirectory(contentDirectory), step.staged);
  // Moved already, by the run that was killed.
  if (!effects.exists(staged)) return;
  if (isOther(target, step.seen, effects)) return;
  effects.makeDirectory(dirname(target), step.statePath === null ? undefined : 0o700);
  effects.move(staged, target);
}

/** Whether a person's file is another than the plan saw. */
function isOther(target: string, seen: string | null | undefined, effects: FileEffects): boolean {
  if (seen === undefined) return false;
  const present = effects.read(target);
  return (present === null ? null : digest(present)) !== seen;
}

function stepTarget(contentDirectory: string, step: Step): string {
  if (step.action === 'write' && step.statePath !== null) return step.statePath;
  const path = step.path ?? '';
  return contentTarget(realDirectory(contentDirectory), path);
}

/** Checks every place that the steps write, before the first is written. */
export function refuseUnsafeSteps(
  contentDirectory: string,
  steps: Step[],
  effects: FileEffects,
): void {
  for (const step of steps) {
    const target = stepTarget(contentDirectory, step);
    if (step.path !== null) refuseLinks(realDirectory(contentDirectory), step.path, effects);
    else refuseLinks(dirname(target), target.slice(dirname(target).length + 1), effects);
  }
}

function touchedFolders(contentDirectory: string, steps: Step[]): Set<string> {
  return new Set(steps.map((step) => dirname(stepTarget(contentDirectory, step))));
}

function journalPath(contentDirectory: string): string {
  return join(applyDirectory(contentDirectory), 'journal.json');
}

function parseJournal(text: string, path: string): Step[] {
  try {
    return JournalSchema.parse(JSON.parse(text)).steps;
  } catch {
    throw new GenerateError(
      'content/unreadable-journal',
      `Cannot finish the last run: "${path}" is not a journal of this version; expected steps to do`,
      'Run the command with the version that wrote it, or move its folder away and run generate again',
    );
  }
}
