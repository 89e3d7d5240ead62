import { describe, expect, test } from 'vitest';
import { PERSONA_FACTS } from '#core/personas/fact-definitions.ts';
import type { Issue } from '#core/schemas/issue.ts';
import { checkContentFile } from '#scripts/check/check-content-file.ts';
import { checkVoice } from '#scripts/check/check-voice.ts';
import { planEntry } from '#scripts/new/plan-entry.ts';
import { KINDS, type Kind } from '#scripts/new/templates.ts';
import { checkMdx } from '../../../src/markdown/check-mdx.ts';
import { readCatalogue, type ContentCatalogue } from '../../../src/markdown/content-catalogue.ts';

const DAY = new Date(2026, 2, 7, 23, 59);

/** A content folder without any figures. */
const NOTHING = readCatalogue('/no/such/folder');

function issues(
  kind: Kind,
  change: (text: string) => string,
  catalogue: ContentCatalogue = NOTHING,
): Issue[] {
  const { path, text } = planEntry(kind, 'Planner', DAY);
  if (kind === 'voice') return checkVoice(path, change(text), catalogue);
  const owner = path.replace('.mdx', '');
  return checkMdx({ source: change(text), file: path, owner }, catalogue);
}

describe('planEntry()', () => {
  test.each(KINDS)('writes a %s that the checks accept', (kind) => {
    const { path, text } = planEntry(kind, 'Yes: "it\'s" #1 {process.exit()}', DAY);
    expect(path).toMatch(/\/yes-its-1-process-exit\.(?:mdx|yaml)$/);
    expect(checkContentFile(path, text)).toEqual([]);
  });

  test.each(KINDS)('writes a %s that the site can show before there are figures', (kind) => {
    expect(issues(kind, (text) => text)).toEqual([]);
  });

  test('gives a Portrait a Claim, a Fact and a note for a role that hold once there are figures', () => {
    const { path, text } = planEntry('persona', 'Planner', DAY);
    for (const example of ['<Claim when=', '<Fact is=', '<ForRole role=']) {
      expect(text).toContain(example);
    }
    const unfenced = (source: string): string => source.replace(/^```(?:mdx)?$/gm, '');
    const owner = path.replace('.mdx', '');
    expect(issues('persona', unfenced).length).toBeGreaterThan(0);
    const ids = PERSONA_FACTS.map(({ id }) => id);
    const names = { facts: new Set<string>(ids), charts: new Set<string>(), hasResult: false };
    const figures: ContentCatalogue['figures'] = (asked) => (asked === owner ? names : undefined);
    expect(issues('persona', unfenced, { ...NOTHING, figures })).toEqual([]);
  });

  test('spells the letters of a name for its address as one would without them', () => {
    expect(planEntry('voice', 'Jörg Größe', DAY).path).toBe('voices/joerg-groesse.yaml');
    expect(planEntry('persona', 'Äpfel Øst Łódź', DAY).path).toBe('personas/aepfel-oest-lodz.mdx');
  });

  test("dates a learning by the writer's own day", () => {
    expect(planEntry('insight', 'Spring', DAY).text).toContain('date: 2026-03-07');
  });

  test.each(['', '   ', '日本', '../..'])('refuses the title "%s"', (title) => {
    expect(() => planEntry('insight', title, DAY)).toThrow(
      expect.objectContaining({ code: 'new/bad-title' }),
    );
  });

  test('refuses a name that is longer than a card has room for', () => {
    expect(() => planEntry('persona', 'n'.repeat(61), DAY)).toThrow(
      expect.objectContaining({
        code: 'new/bad-title',
        message: expect.stringContaining('text, 61 characters; expected at most 60 characters'),
      }),
    );
  });

  test('never leads out of its folder', () => {
    expect(planEntry('kpi', '../../etc/passwd', DAY).path).toBe('kpis/etc-passwd.mdx');
  });
});
