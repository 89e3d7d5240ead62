import { describe, expect, test } from 'vitest';
import { checkContentFile } from '#scripts/check/check-content-file.ts';
import { planEntry } from '#scripts/new/plan-entry.ts';
import { KINDS } from '#scripts/new/templates.ts';

const DAY = new Date(2026, 2, 7, 23, 59);

describe('planEntry()', () => {
  test.each(KINDS)('writes a %s that the checks accept', (kind) => {
    const { path, text } = planEntry(kind, 'Yes: "it\'s" #1 {process.exit()}', DAY);
    expect(path).toMatch(/\/yes-its-1-process-exit\.mdx$/);
    expect(checkContentFile(path, text)).toEqual([]);
  });

  test("dates a learning by the writer's own day", () => {
    expect(planEntry('insight', 'Spring', DAY).text).toContain('date: 2026-03-07');
  });

  test.each(['', '   ', '日本', '../..'])('refuses the title "%s"', (title) => {
    expect(() => planEntry('insight', title, DAY)).toThrow(
      expect.objectContaining({ code: 'new/bad-title' }),
    );
  });

  test('never leads out of its folder', () => {
    expect(planEntry('kpi', '../../etc/passwd', DAY).path).toBe('kpis/etc-passwd.mdx');
  });
});
