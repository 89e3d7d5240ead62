import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refused } from './call-generate.ts';
import { temporaryFolder } from './temporary-folder.ts';

// A process of its own: in a test the file is not read as Node reads it.
test.each([
  {
    lines: [
      "import type { Any } from './any.ts';",
      'export default {',
      "  dataset: 'a'",
      '  b: 1,',
      '};',
    ],
    place: 'line 4, column 3: Expected',
    hint: 'a comma may be missing',
  },
  {
    lines: ['export default {', "  dataset: 'shop,", '};'],
    place: 'line 2, column 12: Unterminated',
  },
  { lines: ['const a = 1;', 'let a = 2;'], place: "line 2, column 5: Identifier 'a' has" },
  {
    lines: ['export default {', '  dataset: shop,', '};'],
    place: 'line 2, column 12: shop is not',
  },
])('loadConfig() says where $lines cannot be read', async ({ lines, place, hint }) => {
  const path = join(temporaryFolder(), 'portal.config.ts');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const error = await refused(['--config', path]);
  expect(error.code).toBe('config/unreadable');
  expect(error.message).toContain(`Cannot read the configuration "${path}", ${place}`);
  expect(error.hint).toContain(hint ?? 'The file is TypeScript');
});
