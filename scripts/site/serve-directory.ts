import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { GenerateError } from '#generate/generate-error.ts';

/** Types of the files that a build holds; everything else is a download. */
const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site on this machine only.
 *
 * @param port 0: any free one
 * @throws GenerateError `serve/port-taken`
 */
export async function serveDirectory(directory: string, port: number): Promise<RunningServer> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    answer(directory, request.url ?? '/', response, request.method === 'HEAD');
  });
  await listen(server, port);
  const address = server.address();
  const open = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://localhost:${open}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/**
 * Says that a port is taken before minutes are spent on what was to be served there.
 *
 * @throws GenerateError `serve/port-taken`
 */
export async function expectFreePort(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port);
  await new Promise((resolve) => server.close(resolve));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const isTaken = 'code' in error && error.code === 'EADDRINUSE';
      reject(isTaken ? portTaken(port) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function answer(directory: string, url: string, response: ServerResponse, isHead: boolean): void {
  const path = requestedPath(url);
  const file = path === null ? null : existingFile(join(directory, path));
  if (file === 'folder') {
    response.writeHead(301, { Location: `${url.split('?')[0] ?? '/'}/` }).end();
    return;
  }
  if (file === null) {
    send(response, 404, existingFile(join(directory, '404.html')), isHead);
    return;
  }
  send(response, 200, file, isHead);
}

/** The path inside the site, or null for one that is none: undecodable, or leading out. */
function requestedPath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
    return path.split(/[/\\]/).includes('..') || path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

/** The file behind a path; a folder with its final slash is its index.html. */
function existingFile(path: string): string | null {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() === true) return file;
  return found?.isDirectory() === true ? 'folder' : null;
}

function send(
  response: ServerResponse,
  status: number,
  file: string | null,
  isHead: boolean,
): void {
  const type = file === null ? 'text/plain; charset=utf-8' : TYPES[extname(file)];
  response.writeHead(status, {
    'Content-Type': type ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  if (isHead || file === null) {
    response.end(isHead ? undefined : 'Not found\n');
    return;
  }
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

function portTaken(port: number): GenerateError {
  return new GenerateError(
    'serve/port-taken',
    `Cannot serve on port ${port}: another program uses it; expected a free port`,
    `End that program, or choose another port: npm start -- --port ${port + 1}`,
  );
}
