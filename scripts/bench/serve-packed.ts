import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** What gains from packing; fonts and pictures are packed already. */
const PACKED = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.xml']);

/** Serves a built site as a web server of today does: texts in brotli, packed when they are first asked for. */
export async function servePacked(site: string): Promise<{ url: string; close(): void }> {
  const packed = new Map<string, Buffer>();
  const pack = (file: string): Buffer => {
    const bytes = packed.get(file) ?? brotliCompressSync(readFileSync(file));
    packed.set(file, bytes);
    return bytes;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(site, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = extname(file);
    const isPacked = PACKED.has(type);
    response
      .writeHead(200, {
        'content-type': TYPES[type] ?? 'application/octet-stream',
        ...(isPacked && { 'content-encoding': 'br' }),
      })
      .end(isPacked ? pack(file) : readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://localhost:${String(port)}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
