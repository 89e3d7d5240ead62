import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recoverBuild } from '#scripts/site/build-site.ts';
import { fileTree, writeTree } from '../../generate/content/file-tree.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SITE = { 'index.html': 'whole' };

describe('recoverBuild()', () => {
  test.each([
    ['half a new site', { dist: SITE, 'dist.building': { 'index.html': 'ha' } }],
    ['a site moved aside', { 'dist.previous': SITE, 'dist.building': { 'index.html': 'new' } }],
    ['a former site not removed yet', { dist: SITE, 'dist.previous': { 'index.html': 'old' } }],
    ['nothing', { dist: SITE }],
  ])('leaves one whole site after a kill that left %s', (_, folders) => {
    const folder = temporaryFolder();
    for (const [name, files] of Object.entries(folders)) writeTree(join(folder, name), files);
    recoverBuild(join(folder, 'dist'));
    expect(fileTree(folder)).toEqual({ 'dist/index.html': 'whole' });
  });
});
