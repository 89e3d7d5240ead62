import { statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { GenerateError } from '../generate-error.ts';
import {
  applyDirectory,
  commitJournal,
  digest,
  finishJournal,
  realDirectory,
  refuseUnsafeSteps,
  stageDirectory,
  type Step,
} from './content-journal.ts';
import { contentTarget } from './content-path.ts';
import { lockContent } from './content-lock.ts';
import { diskEffects, type FileEffects } from './file-effects.ts';
import type { Change } from './plan-changes.ts';

/** A file of the state folder (vault, assignments) that must change together with content/. */
export interface StateFile {
  /** Absolute. */
  path: string;
  text: string;
  /** Permissions: 0o600 for what names a person. */
  mode: number;
}

/**
 * Does what a plan says, as a whole or not at all: stages beside content/, commits by the rename of one journal,
 * then moves file by file. A kill at any moment leaves whole files, and the next `recoverContent` one whole state.
 * Nothing to do: nothing is touched.
 */
export function applyChanges(
  contentDirectory: string,
  changes: Change[],
  state: StateFile[] = [],
  effects: FileEffects = diskEffects,
): void {
  const staged = stagedTexts(
    changes,
    state.filter((file) => !isPresent(file, effects)),
  );
  if (staged.length === 0) return;
  const steps = staged.map(({ step }) => step);
  refuseUnsafeSteps(contentDirectory, steps, effects);
  effects.makeDirectory(realDirectory(contentDirectory));
  const release = lockContent(contentDirectory, effects);
  try {
    finishJournal(contentDirectory, effects);
    refuseStalePlan(contentDirectory, changes, effects);
    stage(contentDirectory, staged, effects);
    commitJournal(contentDirectory, steps, effects);
    finishJournal(contentDirectory, effects);
  } finally {
    release();
  }
}

/**
 * Finishes a run that was killed after its commit, or discards what one that was killed earlier left. Every command
 * calls this first; where nothing is left over, nothing happens.
 */
export function recoverContent(contentDirectory: string, effects: FileEffects = diskEffects): void {
  if (!effects.exists(applyDirectory(contentDirectory))) return;
  const release = lockContent(contentDirectory, effects);
  try {
    finishJournal(contentDirectory, effects);
  } finally {
    release();
  }
}

interface Staged {
  step: Step;
  text: string | null;
  mode?: number;
}

function stagedTexts(changes: Change[], state: StateFile[]): Staged[] {
  const ofContent = changes.flatMap((change, index): Staged[] => {
    const { path } = change;
    if (change.change === 'unchanged') return [];
    if (change.change === 'deleted') {
      if (path.endsWith('.json')) return [{ step: { action: 'delete', path }, text: null }];
      // A draft that nobody edited; it stays if somebody does before the step is done.
      if (change.seen == null) throw new TypeError(`Cannot delete "${path}": not a machine file`);
      return [{ step: { action: 'delete', path, seen: digest(change.seen) }, text: null }];
    }
    if (change.text === undefined)
      throw new TypeError(`Cannot write "${path}": no text is planned`);
    // JSON is the machine's and needs no such care.
    const seen = path.endsWith('.json')
      ? {}
      : { seen: change.seen == null ? null : digest(change.seen) };
    return [
      {
        step: { action: 'write', path, statePath: null, staged: `content-${index}`, ...seen },
        text: change.text,
      },
    ];
  });
  const ofState = state.map(({ path, text, mode }, index): Staged => {
    if (!isAbsolute(path))
      throw new TypeError(`Cannot write the state file "${path}": not absolute`);
    return {
      step: { action: 'write', path: null, statePath: path, staged: `state-${index}` },
      text,
      mode,
    };
  });
  return [...ofContent, ...ofState];
}

function stage(contentDirectory: string, staged: Staged[], effects: FileEffects): void {
  const folder = stageDirectory(contentDirectory);
  effects.makeDirectory(folder, 0o700);
  for (const { step, text, mode } of staged) {
    if (step.action === 'write' && text !== null) {
      effects.write(join(folder, step.staged), text, mode);
    }
  }
  effects.syncDirectory(folder);
}

/** Another run that wrote machine files since the plan was made would leave a mixture of two states. */
function refuseStalePlan(contentDirectory: string, changes: Change[], effects: FileEffects): void {
  for (const { path, seen } of changes) {
    if (seen === undefined || !path.endsWith('.json')) continue;
    if (effects.read(contentTarget(realDirectory(contentDirectory), path)) === seen) continue;
    throw new GenerateError(
      'content/changed-meanwhile',
      `Cannot write content: "${path}" changed while the run was computing; expected nobody else to write it`,
      'Run the command again',
    );
  }
}

function isPresent(file: StateFile, effects: FileEffects): boolean {
  return effects.read(file.path) === file.text && (statSync(file.path).mode & 0o777) === file.mode;
}
