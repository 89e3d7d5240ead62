import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The files of a zip file, as another program reads them. */
export async function unzip(bytes: Buffer): Promise<{ path: string; content: Buffer }[]> {
  const archive = await fromBufferPromise(bytes);
  const files: { path: string; content: Buffer }[] = [];
  for await (const entry of archive.eachEntry()) {
    const content = await buffer(await archive.openReadStreamPromise(entry));
    files.push({ path: entry.fileName, content });
  }
  return files;
}
