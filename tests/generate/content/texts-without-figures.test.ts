import { describe, expect, test } from 'vitest';
import { contentAfter } from '#generate/content/content-after.ts';
import { draftMdx } from '#generate/content/draft-mdx.ts';
import { planChanges } from '#generate/content/plan-changes.ts';
import { textsWithoutFigures } from '#generate/content/texts-without-figures.ts';
import type { ContentFile } from '#generate/content/content-file.ts';
import type { PresentContent } from '#generate/generate-context.ts';

const DRAFT = draftMdx({ title: 'Spring' }, '<Result id="spring" />\n\nStill to be written.');
const EDITED = DRAFT.replace('Still to be written', 'People love spring');

function present(files: Record<string, string>): PresentContent {
  return Object.freeze({
    read: (path: string) => files[path] ?? null,
    paths: () => Object.keys(files).sort(),
  });
}

function found(files: Record<string, string>, planned: ContentFile[] = []): [string, string[]][] {
  const there = present(files);
  const texts = textsWithoutFigures(contentAfter(planChanges(planned, there), there));
  return texts.map(({ path, lacks }) => [path, lacks]);
}

const SPRING: ContentFile = { path: 'insights/spring.json', text: '{}', kind: 'machine' };

describe('textsWithoutFigures()', () => {
  test('names the edited text of a campaign that vanished, in that run and in every later one', () => {
    const lacking = [['insights/spring.mdx', ['insights/spring']]];
    expect(found({ 'insights/spring.json': '{}', 'insights/spring.mdx': EDITED })).toEqual(lacking);
    expect(found({ 'insights/spring.mdx': EDITED })).toEqual(lacking);
  });

  test('says nothing of an unedited draft, which goes with its campaign', () => {
    expect(found({ 'insights/spring.json': '{}', 'insights/spring.mdx': DRAFT })).toEqual([]);
  });

  test('says nothing while the campaign is there, and nothing of a text that shows no figures', () => {
    expect(found({ 'insights/spring.mdx': EDITED }, [SPRING])).toEqual([]);
    expect(found({ 'insights/own.mdx': 'Words and a <Persona id="gift-giver" />' })).toEqual([]);
    expect(found({ 'insights/own.mdx': '`<Result id="spring" />` is how it is written' })).toEqual(
      [],
    );
  });

  test('names texts of other pages that show figures of what is gone', () => {
    const files = {
      'insights/spring.json': '{}',
      'personas/a.mdx': 'See <Fact is="insights/spring#lift" /> and <Fact is="own" />',
      'personas/a.json': '{}',
      'kpis/k.mdx': '<Kpi id="gone" /> <Kpi id="k" />',
      'kpis/k.json': '{}',
      'insights/b.mdx':
        '<Claim when="aov > 3">\n\nIt is so.\n\n</Claim>\n\n<Chart id="kpis/k#series" />',
    };
    const planned: ContentFile[] = ['personas/a.json', 'kpis/k.json'].map((path) => ({
      path,
      text: '{}',
      kind: 'machine',
    }));
    expect(found(files, planned)).toEqual([
      ['insights/b.mdx', ['insights/b']],
      ['kpis/k.mdx', ['kpis/gone']],
      ['personas/a.mdx', ['insights/spring']],
    ]);
  });
});
