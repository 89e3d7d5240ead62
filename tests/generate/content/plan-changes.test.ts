import { describe, expect, test } from 'vitest';
import type { ContentFile } from '#generate/content/content-file.ts';
import { draftMdx } from '#generate/content/draft-mdx.ts';
import { planChanges, type Change } from '#generate/content/plan-changes.ts';
import type { PresentContent } from '#generate/generate-context.ts';

const OLD_DRAFT = draftMdx({ title: 'Spring' }, 'The first draft.');
const NEW_DRAFT = draftMdx({ title: 'Spring' }, 'The second draft.');
const MACHINE: ContentFile = { path: 'insights/spring.json', text: '{}', kind: 'machine' };
const DRAFT: ContentFile = { path: 'insights/spring.mdx', text: NEW_DRAFT, kind: 'draft' };

function present(files: Record<string, string>): PresentContent {
  return Object.freeze({
    read: (path: string) => files[path] ?? null,
    paths: () => Object.keys(files).sort(),
  });
}

function verdicts(changes: Change[]): Record<string, string> {
  return Object.fromEntries(changes.map(({ path, change }) => [path, change]));
}

describe('planChanges()', () => {
  test('creates everything in an empty content folder, sorted by path', () => {
    expect(planChanges([DRAFT, MACHINE], present({}))).toEqual([
      { path: 'insights/spring.json', change: 'created', text: '{}', seen: null },
      { path: 'insights/spring.mdx', change: 'created', text: NEW_DRAFT, seen: null },
    ]);
  });

  test('rewrites a machine file only when it differs', () => {
    const there = present({ 'insights/spring.json': '{}', 'dataset.json': 'old' });
    const files: ContentFile[] = [MACHINE, { path: 'dataset.json', text: 'new', kind: 'machine' }];
    expect(verdicts(planChanges(files, there))).toEqual({
      'dataset.json': 'updated',
      'insights/spring.json': 'unchanged',
    });
  });

  test('deletes machine files that nobody plans any more, and nothing else', () => {
    const there = present({
      'dataset.json': '{}',
      'kpis/retired.json': '{}',
      'kpis/retired.mdx': 'Words',
      'kpis/drafts/notes.json': '{}',
      'personas/segmentation.json': '{}',
      'voices/ada.yaml': 'name: Ada',
      'notes.json': '{}',
    });
    expect(verdicts(planChanges([], there))).toEqual({
      'dataset.json': 'deleted',
      'kpis/retired.json': 'deleted',
      'personas/segmentation.json': 'deleted',
    });
  });

  test('deletes the unedited draft of an entry that is gone, and keeps an edited one', () => {
    const there = present({
      'insights/gone.json': '{}',
      'insights/gone.mdx': OLD_DRAFT,
      'insights/edited.json': '{}',
      'insights/edited.mdx': OLD_DRAFT.replace('first', 'edited'),
      'insights/other.mdx': OLD_DRAFT,
    });
    expect(verdicts(planChanges([], there))).toEqual({
      'insights/edited.json': 'deleted',
      'insights/gone.json': 'deleted',
      'insights/gone.mdx': 'deleted',
    });
  });

  test('drafts anew what nobody has edited', () => {
    const there = present({ 'insights/spring.json': '{}', 'insights/spring.mdx': OLD_DRAFT });
    expect(verdicts(planChanges([MACHINE, DRAFT], there))).toEqual({
      'insights/spring.json': 'unchanged',
      'insights/spring.mdx': 'updated',
    });
  });

  test('leaves a draft from its first edit on', () => {
    const edited = OLD_DRAFT.replace('first draft', 'first thought');
    const there = present({ 'insights/spring.mdx': edited });
    const changes = planChanges([DRAFT], there);
    expect(changes).toEqual([{ path: 'insights/spring.mdx', change: 'unchanged', seen: edited }]);
  });

  test('leaves a deleted draft deleted', () => {
    const there = present({ 'insights/spring.json': '{}' });
    expect(verdicts(planChanges([MACHINE, DRAFT], there))).toEqual({
      'insights/spring.json': 'unchanged',
    });
  });

  test('plans nothing the second time', () => {
    const there = present({ 'insights/spring.json': '{}', 'insights/spring.mdx': NEW_DRAFT });
    const changes = planChanges([MACHINE, DRAFT], there);
    expect(changes.filter(({ change }) => change !== 'unchanged')).toEqual([]);
  });

  test('refuses two files of one path', () => {
    expect(() => planChanges([MACHINE, MACHINE], present({}))).toThrow(TypeError);
  });
});
