import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEngine } from '#generate/warehouse/engine.ts';
import { forgetPerson } from '#scripts/forget/forget-person.ts';
import { recoverContent } from '#generate/content/apply-content.ts';
import { folderTexts } from '../../generate/temporary-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { STATE, WITHOUT_ANN, writeState } from './state-folder.ts';

const SCRIPT = join(import.meta.dirname, 'forget-until-killed.ts');

test('forgetPerson() leaves all or nothing wherever it is killed, and can be called again', async () => {
  const folder = temporaryFolder();
  const engine = await openEngine();
  const states = new Set<string>();
  for (let effect = 1; ; effect += 8) {
    const state = writeState(join(folder, `state-${effect}`));
    const content = join(folder, `content-${effect}`);
    const words = [state, content, join(folder, 'spill'), String(effect)];
    const { status } = spawnSync(process.execPath, [SCRIPT, ...words]);
    recoverContent(state);
    const { 'forgotten.csv': forgotten, ...found } = folderTexts(state);
    const isNew = forgotten !== undefined;
    expect(found).toEqual(isNew ? WITHOUT_ANN : STATE);
    states.add(isNew ? 'new' : 'old');
    await forgetPerson(engine, { state, content }, 'ann@example.com');
    const { 'forgotten.csv': remembered, ...after } = folderTexts(state);
    expect(after).toEqual(WITHOUT_ANN);
    expect(remembered).toBeDefined();
    if (status === 0) break;
  }
  expect([...states].sort()).toEqual(['new', 'old']);
  engine.close();
});
