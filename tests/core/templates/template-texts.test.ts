import { expect, test } from 'vitest';
import {
  TEMPLATE_BODIES,
  TEMPLATE_FIELDS,
  isTemplateBody,
  isTemplateField,
} from '#core/templates/template-texts.ts';

test('isTemplateField() knows every question of a template, and no answer', () => {
  for (const asked of Object.values(TEMPLATE_FIELDS)) {
    expect(isTemplateField(`${asked}\n`)).toBe(true);
  }
  expect(isTemplateField('Packs on the early shift')).toBe(false);
});

test.each(['insights', 'personas', 'kpis'] as const)(
  'isTemplateBody() sees whether somebody has written into one of %s',
  (folder) => {
    const body = TEMPLATE_BODIES[folder];
    expect(isTemplateBody(folder, body)).toBe(true);
    expect(isTemplateBody(folder, body.replaceAll('\n', '\r\n').replace(/^## .*/, ''))).toBe(true);
    expect(isTemplateBody(folder, `${body}\nThey buy for two.\n`)).toBe(false);
  },
);
