import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lockContent } from '#generate/content/content-lock.ts';
import { diskEffects } from '#generate/content/file-effects.ts';
import { readContacts } from '#generate/privacy/contact-digests.ts';
import { readForgotten } from '#generate/privacy/forgotten.ts';
import { openEngine, type Engine } from '#generate/warehouse/engine.ts';
import { forgetPerson } from '#scripts/forget/forget-person.ts';
import { terminalForgetting } from '#scripts/forget/terminal-forgetting.ts';
import { folderTexts } from '../../generate/temporary-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { SECRET, WITHOUT_ANN, keyOf, writeState } from './state-folder.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

function places(): { state: string; content: string } {
  const folder = temporaryFolder();
  return { state: writeState(join(folder, 'state')), content: join(folder, 'content') };
}

function textsWithout(state: string): Record<string, string> {
  const texts = folderTexts(state);
  delete texts['forgotten.csv'];
  return texts;
}

describe('forgetPerson()', () => {
  test.each(['ann@example.com', '  ANN@Example.com ', "'ann@example.com", '+1 (555) 017-0001'])(
    'forgetPerson() removes the person from every file by %j, and all others stay as they were',
    async (contact) => {
      const at = places();
      const done = await forgetPerson(engine, at, contact);
      expect(textsWithout(at.state)).toEqual(WITHOUT_ANN);
      expect(done).toMatchObject({
        removed: [
          { file: 'assignments.csv', rows: 2 },
          { file: 'audiences/new.csv', rows: 1 },
          { file: 'vault.csv', rows: 2 },
        ],
        emptied: ['packing-tags.csv'],
        wasForgotten: false,
      });
    },
  );

  test('forgetPerson() finds a phone as people dial it inside its country, and asks where it is that of two', async () => {
    const at = places();
    const vault = (...phones: string[]): void => {
      const rows = phones.map((phone) => `${keyOf(`phone:${phone}`)},,${phone}\n`);
      writeFileSync(join(at.state, 'vault.csv'), `key,email,phone\n${rows.join('')}`);
    };
    vault('+4915120000037', '+4315120000037', '+15120000038');
    await expect(forgetPerson(engine, at, '0151 20000037')).rejects.toMatchObject({
      code: 'call/several-phones',
    });
    vault('+4915120000037', '+15120000038');
    const done = await forgetPerson(engine, at, '0151 20000037');
    expect(done.removed).toEqual([{ file: 'vault.csv', rows: 1 }]);
    expect(folderTexts(at.state)['vault.csv']).toContain('+15120000038');
    const [whole] = await readContacts(engine, SECRET, ['+49 151 20000037']);
    expect(readForgotten(at.state, SECRET)).toContain(whole?.digest);
    expect((await forgetPerson(engine, at, '0151 20000037')).wasForgotten).toBe(true);
    vault('+4915120000037', '+15550170097');
    const american = await forgetPerson(engine, at, '(555) 017-0097');
    expect(american.removed).toEqual([{ file: 'vault.csv', rows: 1 }]);
    expect(folderTexts(at.state)['vault.csv']).toContain('+4915120000037');
  });

  test('forgetPerson() finds the person in lists of the e-mail tools and call sheets, and empties sheets to print', async () => {
    const at = places();
    const files = {
      'audiences/klaviyo/new.csv':
        'Email,Phone Number,Audience\nann@example.com,,New\nbo@example.org,,New\n',
      'audiences/mailchimp/new.csv':
        'Email Address,Phone Number,Tags\nbo@example.org,,New\nann@example.com,,New\n',
      'call-sheets/hero-2026-10-31.csv':
        'Call sheet,E-mail,Phone\nHero call,ann@example.com,\nHero call,bo@example.org,\n',
      'call-sheets/hero-2026-10-31.html': '<p>ann@example.com</p><p>bo@example.org</p>',
      'contact-log.csv': `key,audience,day\n${keyOf('email:ann@example.com')},new,2026-10-31\n${keyOf('email:bo@example.org')},new,2026-10-31\n`,
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(at.state, path, '..'), { recursive: true });
      writeFileSync(join(at.state, path), text);
    }
    const done = await forgetPerson(engine, at, 'ann@example.com');
    expect(done.emptied).toEqual(['packing-tags.csv', 'call-sheets/hero-2026-10-31.html']);
    const texts = folderTexts(at.state);
    for (const path of Object.keys(files)) expect(texts[path], path).not.toMatch(/ann@/);
    expect(texts['contact-log.csv']).not.toContain(keyOf('email:ann@example.com'));
    expect(texts['contact-log.csv']).toContain(keyOf('email:bo@example.org'));
    expect(texts['audiences/mailchimp/new.csv']).toContain('bo@example.org');
    expect(texts['call-sheets/hero-2026-10-31.csv']).toContain('bo@example.org');
    expect((await forgetPerson(engine, at, 'ann@example.com')).emptied).toEqual([]);
  });

  test('forgetPerson() remembers digests of e-mail and phone and no address, for the owner alone', async () => {
    const at = places();
    await forgetPerson(engine, at, 'ann@example.com');
    const text = readFileSync(join(at.state, 'forgotten.csv'), 'utf8');
    expect(text).not.toMatch(/ann|example|555/);
    expect(statSync(join(at.state, 'forgotten.csv')).mode & 0o777).toBe(0o600);
    expect(statSync(join(at.state, 'vault.csv')).mode & 0o777).toBe(0o600);
    const known = await readContacts(engine, SECRET, ['ann@example.com', '0015550170001']);
    expect(readForgotten(at.state, SECRET).sort()).toEqual(
      known.map(({ digest }) => digest).sort(),
    );
  });

  test('forgetPerson() changes nothing a second time, not even tags that were written since', async () => {
    const at = places();
    await forgetPerson(engine, at, 'ann@example.com');
    writeFileSync(join(at.state, 'packing-tags.csv'), 'order,persona\n1002,denim\n');
    const before = folderTexts(at.state);
    const done = await forgetPerson(engine, at, 'ann@example.com');
    expect(folderTexts(at.state)).toEqual(before);
    expect(done).toMatchObject({ removed: [], emptied: [], wasForgotten: true });
    expect(terminalForgetting(done)).toContain('Forgotten already');
  });

  test('forgetPerson() leaves the other one alone where two share a phone', async () => {
    const at = places();
    await forgetPerson(engine, at, 'bo@example.org');
    const vault = readFileSync(join(at.state, 'vault.csv'), 'utf8');
    expect(vault).not.toContain('bo@example.org');
    expect(vault).toContain('cy@example.org');
  });

  test('forgetPerson() remembers somebody whom nobody knows yet, and says so', async () => {
    const at = places();
    const done = await forgetPerson(engine, at, 'nobody@example.net');
    expect(readForgotten(at.state, SECRET)).toHaveLength(1);
    const said = terminalForgetting(done);
    expect(said).toContain('remembered all the same: check its spelling');
    expect(said).toContain('exports/ still holds this person');
    expect(said).not.toContain('nobody@example.net');
  });

  test('forgetPerson() names the line of the list of people who do not want to be profiled', async () => {
    const at = places();
    writeFileSync(
      join(at.state, 'do-not-profile.csv'),
      'email\nzoe@example.com\nAnn@example.com\n',
    );
    expect(await forgetPerson(engine, at, 'ann@example.com')).toMatchObject({ listedLines: [3] });
  });

  test('forgetPerson() refuses what is no contact, and a folder that another process writes', async () => {
    const at = places();
    await expect(forgetPerson(engine, at, 'Ann')).rejects.toMatchObject({
      code: 'call/no-contact',
      message: expect.not.stringContaining('Ann') as string,
    });
    const before = folderTexts(at.state);
    const lock = JSON.stringify({ pid: process.pid, host: 'another-machine.example' });
    diskEffects.makeDirectory(`${at.state}.apply`);
    writeFileSync(join(`${at.state}.apply`, 'lock'), lock);
    await expect(forgetPerson(engine, at, 'ann@example.com')).rejects.toMatchObject({
      code: 'content/locked',
    });
    expect(folderTexts(at.state)).toEqual(before);
    // The lock of content/ was given back.
    lockContent(at.content)();
  });
});
