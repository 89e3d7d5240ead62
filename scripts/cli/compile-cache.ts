import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Keeps the modules of a command as the engine has compiled them, for its next run and for the programs that it starts:
 * to compile them takes most of a command's start. Loaded before the command itself (`node --import`). A folder that
 * cannot be written to costs that time again, nothing else.
 */
const { directory } = enableCompileCache(
  join(import.meta.dirname, '../../node_modules/.cache/node'),
);
if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] = directory;
