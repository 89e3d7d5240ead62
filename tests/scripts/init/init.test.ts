import { pathToFileURL } from 'node:url';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test, vi } from 'vitest';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';
import { draftMdx } from '#generate/content/draft-mdx.ts';
import { readPresentContent } from '#generate/content/read-present-content.ts';
import { clearContent } from '#scripts/init/clear-content.ts';
import { collectAnswers } from '#scripts/init/collect-answers.ts';
import { configText, datasetId } from '#scripts/init/config-text.ts';
import { planClearing } from '#scripts/init/plan-clearing.ts';
import type { Answers } from '#scripts/init/questions.ts';
import { fileTree, writeTree } from '../../generate/content/file-tree.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ANSWERS: Answers = {
  company: 'Denim & Co',
  currency: 'EUR',
  'time-zone': 'Europe/Berlin',
  locale: 'de-DE',
  color: '#1f4e79',
};
const SAMPLE = {
  'dataset.json': '{"dataset":"sample"}',
  'personas/gift-giver.json': '{"dataset":"sample"}',
  'personas/gift-giver.mdx': draftMdx({ name: 'The Gift Giver' }, 'They buy gifts.'),
};

describe('collectAnswers()', () => {
  test('takes flags in any case and usual values for the rest', async () => {
    const answers = await collectAnswers(
      { company: ' Denim & Co ', currency: 'eur', 'time-zone': 'europe/berlin' },
      null,
    );
    expect(answers).toEqual({ ...ANSWERS, locale: 'en-GB' });
  });

  test.each([
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['europe/kyiv', 'Europe/Kyiv'],
    ['america/port_of_spain', 'America/Port_of_Spain'],
    ['utc', 'UTC'],
  ])('takes the time zone %s as the config knows it: %s', async (given, zone) => {
    const flags = { company: 'X', currency: 'INR', 'time-zone': given };
    expect(await collectAnswers(flags, null)).toMatchObject({ 'time-zone': zone });
  });

  test('asks again until the answer fits', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const typed = ['', 'Denim & Co', 'euro', 'EUR', 'Berlin', 'Europe/Berlin', 'x!', 'de-DE', ''];
    const answers = await collectAnswers({}, () => Promise.resolve(typed.shift() ?? ''));
    log.mockRestore();
    expect(answers).toEqual(ANSWERS);
    expect(typed).toEqual([]);
  });

  test.each([
    [{ company: 'X', currency: 'EURO' }, 'init/bad-answer'],
    [{ company: 'X', currency: 'EUR', 'time-zone': 'Mars' }, 'init/bad-answer'],
    [{ company: 'X', currency: 'EUR', color: 'blue' }, 'init/bad-answer'],
    [{ company: 'X', currency: 'EUR', locale: '!' }, 'init/bad-answer'],
    [{ company: 'X'.repeat(61), currency: 'EUR' }, 'init/bad-answer'],
    [{ currency: 'EUR' }, 'init/missing-answer'],
  ])('refuses %j where nobody can be asked', async (flags, code) => {
    await expect(collectAnswers(flags, null)).rejects.toMatchObject({ code });
  });
});

describe('configText()', () => {
  test('is the configuration that was asked for', async () => {
    const file = join(temporaryFolder(), 'portal.config.mts');
    writeFileSync(file, configText(ANSWERS));
    const { default: config } = (await import(pathToFileURL(file).href)) as { default: unknown };
    expect(PortalConfigSchema.parse(config)).toMatchObject({
      dataset: 'denim-co',
      company: { name: 'Denim & Co' },
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      locale: 'de-DE',
      brand: { color: '#1f4e79' },
    });
  });

  test.each(['Denim & Co', "Müller's", 'The "Best"', `Bob's "Best" '`, '${process.exit()}', '\\'])(
    'keeps the name %s as text, set as the formatter sets it',
    async (company) => {
      const text = configText({ ...ANSWERS, company });
      const style = await resolveConfig('portal.config.ts');
      expect(await format(text, { ...style, parser: 'typescript' })).toBe(text);
      const literal = /name: (.*),\n/.exec(text)?.[1] ?? '';
      // The literal is ours and stands alone: evaluating it shows what TypeScript would read.
      expect(new Function(`return ${literal}`)()).toBe(company);
    },
  );
});

describe('datasetId()', () => {
  test.each([
    ['Müller & Söhne', 'mueller-soehne'],
    ['Sample', 'sample-shop'],
    ['日本', 'shop'],
    ['  --  ', 'shop'],
  ])('names the data of "%s" %s', (company, id) => {
    expect(datasetId(company)).toBe(id);
  });

  test('is a valid name and never the sample, whatever the company is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), (company) => {
        expect(datasetId(company)).toMatch(/^(?!sample$)[a-z0-9]+(?:-[a-z0-9]+)*$/);
      }),
    );
  });
});

describe('planClearing()', () => {
  test('tells what the program made from what people may have written', () => {
    const folder = temporaryFolder();
    writeTree(folder, {
      ...SAMPLE,
      'personas/own.mdx': '---\nname: Own\n---\n\nOur words\n',
      'notes.json': 'half a fi',
      'voices/ada.yaml': 'name: Ada\n',
    });
    expect(planClearing(readPresentContent(folder))).toEqual({
      machine: Object.keys(SAMPLE).sort(),
      people: ['notes.json', 'personas/own.mdx', 'voices/ada.yaml'],
    });
  });

  test('refuses where figures of a real shop are, even one file', () => {
    const folder = temporaryFolder();
    writeTree(folder, { ...SAMPLE, 'kpis/net-revenue.json': '{"dataset":"denim-co"}' });
    expect(() => planClearing(readPresentContent(folder))).toThrowErrorMatchingInlineSnapshot(
      `[GenerateError: Cannot clear content/: "kpis/net-revenue.json" holds figures of a real shop; expected the sample retailer or nothing]`,
    );
  });
});

describe('clearContent()', () => {
  test('makes the folder for the exports and leaves what is in one', () => {
    const folder = temporaryFolder();
    const places = {
      content: join(folder, 'content'),
      state: join(folder, '.portal'),
      config: join(folder, 'portal.config.ts'),
      exports: join(folder, 'exports'),
      backup: join(folder, '.portal/backup-1'),
    };
    const nothing = { machine: [], people: [] };
    clearContent(nothing, 'the first one', places);
    expect(readdirSync(places.exports)).toEqual([]);
    writeTree(folder, { 'exports/orders.csv': 'order\n' });
    clearContent(nothing, 'the second one', places);
    expect(fileTree(folder)['exports/orders.csv']).toBe('order\n');
  });

  test('leaves no trace of the sample and copies what people wrote', () => {
    const folder = temporaryFolder();
    const own = { 'personas/own.mdx': 'Our words\n' };
    writeTree(folder, {
      ...Object.fromEntries(
        Object.entries({ ...SAMPLE, ...own }).map(([path, text]) => [`content/${path}`, text]),
      ),
      '.portal/vault.csv': 'key,email\n',
      '.portal/assignments.csv': 'key,persona\n',
      'portal.config.ts': 'the former one',
    });
    const content = join(folder, 'content');
    clearContent(planClearing(readPresentContent(content)), 'the new one', {
      content,
      state: join(folder, '.portal'),
      config: join(folder, 'portal.config.ts'),
      exports: join(folder, 'exports'),
      backup: join(folder, '.portal/backup-1'),
    });
    expect(fileTree(folder)).toEqual({
      'portal.config.ts': 'the new one',
      '.portal/backup-1/content/personas/own.mdx': 'Our words\n',
      '.portal/backup-1/portal.config.ts': 'the former one',
    });
  });
});
