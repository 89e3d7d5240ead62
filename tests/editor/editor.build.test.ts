import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ContentFile } from '#generate/content/content-file.ts';
import { draftMdx, isUneditedDraft } from '#generate/content/draft-mdx.ts';
import { insightDraft } from '#generate/content/insight-draft.ts';
import { kpiDraft } from '#generate/content/kpi-draft.ts';
import { personaDraft } from '#generate/content/persona-draft.ts';
import { InsightResultSchema } from '#core/schemas/insight.ts';
import { KpiSchema } from '#core/schemas/kpi.ts';
import { PersonaSchema } from '#core/schemas/persona.ts';
import { VoiceSchema } from '#core/schemas/voice.ts';
import { openBrowser } from '#scripts/pictures/open-browser.ts';
import { runDev, type RunningDev } from './run-dev.ts';

const FIXTURE = resolve('tests/fixtures/content');
const FRONTMATTER = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
const SAMPLE = resolve('content');
const folder = mkdtempSync(join(tmpdir(), 'portal-'));
const content = join(folder, 'content');

let browser: Browser;
let dev: RunningDev;

beforeAll(async () => {
  cpSync(FIXTURE, content, { recursive: true });
  for (const { path, text } of drafts()) writeFileSync(join(content, path), text);
  // Texts only, beside the others: what the editor must be able to open.
  if (existsSync(SAMPLE)) {
    for (const path of texts(SAMPLE)) {
      cpSync(join(SAMPLE, `${path}.mdx`), join(content, `${path.replace('/', '/sample-')}.mdx`));
    }
  }
  browser = await openBrowser();
  dev = await runDev(content, join(folder, 'cache'));
});

afterAll(async () => {
  await browser.close();
  await dev.stop();
  rmSync(folder, { recursive: true });
});

/** What generate drafts for the figures of the hand-made content. */
function drafts(): ContentFile[] {
  const json = (path: string): unknown => JSON.parse(readFileSync(join(FIXTURE, path), 'utf8'));
  return [
    personaDraft(PersonaSchema.parse(json('personas/quiet-newcomer.json')), null),
    personaDraft(PersonaSchema.parse(json('personas/careful-giver.json')), null),
    insightDraft(InsightResultSchema.parse(json('insights/voucher-every-week.json'))),
    kpiDraft(KpiSchema.parse(json('kpis/net-revenue.json'))),
  ];
}

function textOf(path: string): string {
  return readFileSync(join(content, `${path}.mdx`), 'utf8');
}

/** Paths of all texts of a content folder, as the editor names them. */
function texts(contentFolder: string): string[] {
  return ['personas', 'insights', 'kpis'].flatMap((collection) =>
    readdirSync(join(contentFolder, collection))
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => `${collection}/${name.replace('.mdx', '')}`),
  );
}

/** A page that remembers nothing: the editor keeps unsaved texts in the browser. */
async function newPage(): Promise<Page> {
  return (await browser.newContext()).newPage();
}

function addressOf(path: string): string {
  return `${dev.url}/keystatic/collection/${path.replace('/', '/item/')}`;
}

/** Opens an entry: "personas/quiet-newcomer". */
async function open(path: string): Promise<Page> {
  const page = await newPage();
  await page.goto(addressOf(path));
  await page.locator('[contenteditable="true"]').waitFor();
  return page;
}

/** Saves, and waits until the editor has taken in that it has. */
async function save(page: Page, path: string): Promise<string> {
  const answer = page.waitForResponse((response) => response.url().endsWith('/update'));
  await page.getByRole('button', { name: 'Save' }).click();
  expect((await answer).status()).toBe(200);
  await page.getByText('Unsaved', { exact: true }).waitFor({ state: 'hidden' });
  return textOf(path);
}

/** A word of a sentence that stands once in the whole text, whatever the draft says today. */
function wordOfOnce(text: string): string {
  const sentences = text.split('\n').filter((line) => /^ +[A-Z]/.test(line));
  const words = sentences.join(' ').match(/\b[a-z]{5,}\b/g) ?? [];
  const word = words.find((one) => text.split(one).length === 2);
  if (word === undefined) throw new Error('Expected a word that stands once');
  return word;
}

/** Selects a word of the text as people do, by clicking on it twice. */
async function selectWord(page: Page, word: string): Promise<void> {
  const text = page.locator('[contenteditable="true"] p', { hasText: new RegExp(word) }).first();
  await text.scrollIntoViewIfNeeded();
  const { x, y } = await text.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const start = walker.currentNode.textContent?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, start);
      range.setEnd(walker.currentNode, start + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`"${wanted}" is not to be seen`);
  }, word);
  await page.mouse.dblclick(x, y);
}

/** A hash of what a text says: equal texts in another form have the same. */
function meaning(text: string): unknown {
  const [, head = '', body = ''] = FRONTMATTER.exec(text) ?? [];
  const fields = Object.entries(parse(head) as object).filter(([name]) => name !== 'drafted');
  const [, again = ''] = FRONTMATTER.exec(draftMdx(Object.fromEntries(fields), body)) ?? [];
  return (parse(again) as { drafted?: string }).drafted;
}

describe('the editor', () => {
  test('changes the word that somebody changes, and nothing else', async () => {
    const path = 'personas/careful-giver';
    const before = textOf(path);
    expect(isUneditedDraft(before)).toBe(true);
    const page = await open(path);
    const word = wordOfOnce(before);
    await selectWord(page, word);
    await page.keyboard.type('winter');
    const after = await save(page, path);
    expect(isUneditedDraft(after)).toBe(false);
    expect(meaning(after)).toBe(meaning(before.replace(word, 'winter')));
    await page.context().close();
  });

  test.each([
    ['personas/quiet-newcomer', 'In one line'],
    ['insights/voucher-every-week', 'One or two sentences'],
    ['kpis/net-revenue', 'Owner'],
  ])('saves %s in a form in which it is still an unedited draft', async (path, field) => {
    expect(isUneditedDraft(textOf(path))).toBe(true);
    const page = await open(path);
    const input = page.getByLabel(field).first();
    const before = await input.inputValue();
    await input.fill('Something else');
    expect(isUneditedDraft(await save(page, path))).toBe(false);
    await input.fill(before);
    const after = await save(page, path);
    expect(isUneditedDraft(after), after).toBe(true);
    await page.context().close();
  });

  test('changes what somebody changes of a voice, and keeps the rest', async () => {
    const file = join(content, 'voices/lena-fictive.yaml');
    const before = VoiceSchema.parse(parse(readFileSync(file, 'utf8')));
    const page = await newPage();
    await page.goto(addressOf('voices/lena-fictive'));
    await page.getByLabel('What they do, in one line').fill('Answers the phone');
    const answer = page.waitForResponse((response) => response.url().endsWith('/update'));
    await page.getByRole('button', { name: 'Save' }).click();
    expect((await answer).status()).toBe(200);
    const after = VoiceSchema.parse(parse(readFileSync(file, 'utf8')));
    expect(after).toEqual({ ...before, does: 'Answers the phone' });
    await page.context().close();
  });

  /** Every fifth text; all of them, ten minutes at most, with EDITOR_TEXTS=all. */
  const isAll = process.env['EDITOR_TEXTS'] === 'all';
  test(
    'opens the texts of the sample content and of the hand-made one',
    { timeout: isAll ? 600_000 : 120_000 },
    async () => {
      const page = await newPage();
      const refused: string[] = [];
      for (const path of texts(content).filter((_, index) => isAll || index % 5 === 0)) {
        await page.goto(addressOf(path));
        const text = page.locator('[contenteditable="true"]');
        const problem = page.getByText('Field validation failed');
        await text.or(problem).first().waitFor();
        if (await problem.isVisible()) refused.push(`${path}: ${await problem.innerText()}`);
      }
      expect(refused).toEqual([]);
      await page.context().close();
    },
  );

  test('asks no other computer for anything', async () => {
    const page = await newPage();
    const asked: string[] = [];
    page.on('response', (response) => asked.push(new URL(response.url()).host));
    await page.goto(`${dev.url}/keystatic`);
    await page.getByText('Portraits').first().waitFor();
    expect([...new Set(asked)]).toEqual([new URL(dev.url).host]);
    await page.context().close();
  });
});
