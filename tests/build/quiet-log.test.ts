import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import quietLog from '../../src/build/quiet-log.js';

/** What a log prints of the messages. */
function printed(...messages: string[]): string {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const log = quietLog({ level: 'info' });
    for (const message of messages) {
      log.write({ level: 'warn', label: 'content', message, newLine: true });
    }
    return written.mock.calls.join('');
  } finally {
    written.mockRestore();
  }
}

test('quietLog() says nothing of collections that hold nothing, and everything else', () => {
  const empty = [
    'The collection "insights" does not exist or is empty. Please check your content config file for errors.',
    'No files found matching "*.json,!segmentation.json" in directory "content/insights"',
    'The base directory "/shop/content/voices/" does not exist.',
  ];
  expect(printed(...empty)).toBe('');
  expect(printed('Entry insights → spring was not found.')).toContain('spring was not found');
});

test('quietLog() knows the words in which Astro warns', () => {
  const source = (file: string): string =>
    readFileSync(`node_modules/astro/dist/content/${file}`, 'utf8');
  expect(source('runtime.js')).toContain('does not exist or is empty. Please check');
  expect(source('loaders/glob.js')).toContain('`No files found matching ');
  expect(source('loaders/glob.js')).toContain('`The base directory ');
});
