import { resolve } from 'node:path';
import { build } from 'esbuild';

/** A script of src/client as one classic file; docs/decisions/004-scripts-as-classic-files.md says why no module. */
export async function bundleScript(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [resolve('src/client', `${name}.ts`)],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
