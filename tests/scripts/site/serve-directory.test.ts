import { createConnection } from 'node:net';
import { join } from 'node:path';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import {
  expectFreePort,
  serveDirectory,
  type RunningServer,
} from '#scripts/site/serve-directory.ts';
import { parsePort } from '#scripts/site/parse-port.ts';
import { writeTree } from '../../generate/content/file-tree.ts';

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  writeTree(folder, {
    'secret.txt': 'outside',
    'dist/index.html': 'home',
    'dist/404.html': 'no such page',
    'dist/kpis/index.html': 'kpis',
    'dist/rss.xml': '<rss/>',
    'dist/fonts/a.woff2': 'font',
  });
  server = await serveDirectory(join(folder, 'dist'), 0);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A request exactly as written: fetch would tidy the path. */
function rawStatus(path: string): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: hostname, port: Number(port) }, () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('end', () => {
      resolve(text);
    });
    socket.on('error', reject);
  });
}

describe('serveDirectory()', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8', 'home'],
    ['/kpis/', 200, 'text/html; charset=utf-8', 'kpis'],
    ['/kpis/?a=b', 200, 'text/html; charset=utf-8', 'kpis'],
    ['/rss.xml', 200, 'application/xml; charset=utf-8', '<rss/>'],
    ['/fonts/a.woff2', 200, 'font/woff2', 'font'],
    ['/nothing/', 404, 'text/html; charset=utf-8', 'no such page'],
  ])('answers %s with %i', async (path, status, type, body) => {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(body);
  });

  test('sends a folder without its slash to the one with it', async () => {
    const response = await fetch(`${server.url}/kpis`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/kpis/']);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%00',
    '/%zz',
    '//../secret.txt',
  ])('keeps %s inside', async (path) => {
    const answer = await rawStatus(path);
    expect(answer).toMatch(/^HTTP\/1\.1 404/);
    expect(answer).not.toContain('outside');
  });

  test('only reads', async () => {
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(405);
  });

  test('says that the port is taken and names another', async () => {
    const port = Number(new URL(server.url).port);
    await expect(serveDirectory(folder, port)).rejects.toMatchObject({
      code: 'serve/port-taken',
      hint: expect.stringContaining(String(port + 1)) as string,
    });
  });

  test('expectFreePort() says so before there is anything to serve, and keeps no port', async () => {
    const port = Number(new URL(server.url).port);
    await expect(expectFreePort(port)).rejects.toMatchObject({ code: 'serve/port-taken' });
    const other = await serveDirectory(folder, 0);
    await other.close();
    const free = Number(new URL(other.url).port);
    await expectFreePort(free);
    await expect(expectFreePort(free)).resolves.toBeUndefined();
  });
});

describe('parsePort()', () => {
  test.each(['-1', '65536', '80a', ''])('refuses "%s"', (text) => {
    expect(() => parsePort(text)).toThrow(/Cannot use the port/);
  });

  test('takes 4321 where none is given', () => {
    expect([parsePort(undefined), parsePort('8080')]).toEqual([4321, 8080]);
  });
});
